/** Where libsecret looks too: the session's address, or else systemd's bus of the user. */
export function addressOfBus(): { readonly busAddress?: string } {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtime } = process.env;
  if (address !== undefined && address !== '') return { busAddress: address };
  return runtime === undefined ? {} : { busAddress: `unix:path=${runtime}/bus` };
}
