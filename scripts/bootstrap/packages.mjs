import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootPrefix } from './permission.mjs';
import { capture, Refusal, run, say } from './run.mjs';

/** Libraries that Electron loads and keytar with it. Where a Debian release renamed a package, the new name stands first. */
const libraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libXtst.so.6', packages: ['libxtst6'] },
  { library: 'libnotify.so.4', packages: ['libnotify4'] },
  { library: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
];

/** What a desktop without a screen is made of. */
const desktop = [
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { program: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { program: 'openbox', packages: ['openbox'] },
  { program: 'weston', packages: ['weston'] },
  { program: 'xprop', packages: ['x11-utils'] },
  { program: 'xdotool', packages: ['xdotool'] },
  { folder: '/usr/share/fonts/truetype', packages: ['fonts-dejavu-core'] },
];

const nameOf = (need) => need.library ?? need.program ?? 'a font';

/** Where the program is, undefined where it is not to be had. */
export function findProgram(program) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function hasFiles(folder) {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** The needs that this machine does not meet, by what is really there and not by a package's name. */
async function unmet(needs) {
  const loader = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  const { code, output } = await capture(loader, ['-p']);
  return needs.filter(({ library, program, folder }) => {
    if (program) return !findProgram(program);
    if (folder) return !hasFiles(folder);
    return code === 0 && !output.includes(`\t${library} `);
  });
}

async function debianNames(needs) {
  return Promise.all(
    needs.map(async ({ packages }) => {
      const known = await Promise.all(
        packages.map((name) => capture('apt-cache', ['show', '--no-all-versions', name])),
      );
      return packages[known.findIndex(({ code }) => code === 0)] ?? packages.at(-1);
    }),
  );
}

/** How long another installation may take, such as the daily one of the system, before this one gives up. */
const LOCK_S = 300;

async function install(needs) {
  const options = ['install', '-y', '--no-install-recommends'];
  const names = (await debianNames(needs)).join(' ');
  const prefix = await rootPrefix(
    `The Debian packages ${names} are missing, and only root may install them.`,
  );
  if (prefix === undefined) {
    throw new Refusal(
      `Debian packages are missing, and only root may install them. Nothing was installed. Type\n\n` +
        `  sudo apt-get update && sudo apt-get ${options.join(' ')} ${names}\n\nand start again.`,
    );
  }
  const patient = ['-o', `DPkg::Lock::Timeout=${LOCK_S}`];
  const aptGet = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...patient];
  const apt = ([command, ...args]) => run(command, args);
  say(`installing Debian packages for ${needs.map(nameOf).join(', ')}`);
  const updated = await apt([...aptGet, 'update']);
  const installed = await apt([...aptGet, ...options, ...(await debianNames(needs))]);
  if (installed !== 0) {
    const cause = updated === 0 ? '' : ' (its list of packages could not be fetched)';
    throw new Refusal(`apt-get could not install what is missing${cause}; its words are above.`);
  }
}

/**
 * Sees to the libraries of Electron, and with `virtualDesktop` to the programs of a desktop without a
 * screen. Debian and its kin get them through apt-get; other Linux systems are told what is missing.
 */
export async function ensurePackages({ virtualDesktop }) {
  if (process.platform !== 'linux') return;
  const missing = await unmet(virtualDesktop ? [...libraries, ...desktop] : libraries);
  if (missing.length === 0) return;
  if (!findProgram('apt-get')) {
    const names = missing.map(nameOf).join(', ');
    throw new Refusal(`this system lacks ${names}. Install them, and start again.`);
  }
  await install(missing);
}
