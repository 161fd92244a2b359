// Finds a Chromium for the browser tests, or gets one: from Debian as root, else from npm into a cache folder.
'use strict';
const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';
// Run by a current Node in the cache folder. The package unpacks itself on first use, with libraries that small
// systems lack; it does so only where it believes to be in a cloud function of Amazon, hence the variable.
const UNPACK = `
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  const { default: chromium } = await import('${PACKAGE}');
  console.log('CHROMIUM ' + await chromium.executablePath());`;

function onPath() {
  for (const folder of (process.env.PATH || '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

/** Whether packages of Debian can be installed: root, on Debian itself (Ubuntu's chromium is a shell around a snap). */
function isRootOnDebian() {
  if (!process.getuid || process.getuid() !== 0) return false;
  try {
    return /^ID=debian$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Installs packages of Debian; says so, and whether it worked. */
function aptInstall(packages) {
  console.error(`Installing ${packages.join(' ')} from Debian.`);
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // A list that cannot be refreshed may still do.
  spawnSync('apt-get', ['update', '-q'], options);
  return spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options).status === 0;
}

function fromNpm(node) {
  const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  const folder = path.join(cache, 'servanda', `chromium-${VERSION}`);
  const unpacked = path.join(folder, 'unpacked');
  fs.mkdirSync(unpacked, { recursive: true });
  const installed = path.join(folder, 'node_modules', PACKAGE, 'package.json');
  if (!fs.existsSync(installed)) {
    console.error(`Installing ${PACKAGE} ${VERSION} from npm into ${folder}.`);
    const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    const result = spawnSync('npm', [...args, `${PACKAGE}@${VERSION}`], { cwd: folder, stdio: ['ignore', 2, 2] });
    if (result.status !== 0) return undefined;
  }
  const result = spawnSync(node, ['--input-type=module', '-e', UNPACK], {
    cwd: folder,
    env: { ...process.env, TMPDIR: unpacked },
    encoding: 'utf8',
  });
  const found = /^CHROMIUM (.+)$/m.exec(result.stdout || '');
  if (found === null) {
    console.error(result.stderr);
    return undefined;
  }
  return wrapped(unpacked, found[1]);
}

/** A script that runs that Chromium with the libraries and fonts unpacked beside it; they are nobody else's matter. */
function wrapped(unpacked, binary) {
  const libraries = ['al2023/lib', 'al2/lib', 'lib'].map((name) => path.join(unpacked, name)).filter(fs.existsSync);
  const script = path.join(unpacked, 'chromium.sh');
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${libraries.join(':')}'`,
    `[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH='${path.join(unpacked, 'fonts')}'`,
    `exec '${binary}' "$@"`,
  ];
  fs.writeFileSync(script, `${lines.join('\n')}\n`, { mode: 0o755 });
  return script;
}

function runs(file) {
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 30000 }).status === 0;
}

/** A Chromium that runs, as an absolute path, or undefined. Nothing is installed unless `install` is true. */
function findChromium(node, install) {
  const ways = [
    () => process.env.CHROMIUM_PATH,
    () => onPath(),
    () => install && isRootOnDebian() && aptInstall(['chromium', 'fonts-dejavu-core']) && onPath(),
    () => install && process.platform === 'linux' && process.arch === 'x64' && fromNpm(node),
  ];
  for (const way of ways) {
    const found = way();
    if (found && runs(found)) return found;
  }
  return undefined;
}

module.exports = { aptInstall, findChromium, isRootOnDebian };
