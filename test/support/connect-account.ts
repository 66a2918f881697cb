import type { Page } from 'playwright';
import type { FaultServer } from './fault-server.ts';

/** Fills the connect view in and waits for the timer. The app must have been started on the server's address. */
export async function connectAccount(page: Page, account: FaultServer['account']): Promise<void> {
  const { credential, organizationId, workspaceId } = account;
  await page.getByRole('textbox', { name: 'API key' }).fill(credential.key);
  await page
    .getByRole('textbox', { name: 'Toggl Focus address' })
    .fill(`https://focus.toggl.com/${organizationId}/workspaces/${workspaceId}`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('combobox', { name: 'Task' }).waitFor();
}
