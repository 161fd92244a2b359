// Brings node_modules to what package-lock.json says, and does nothing in a few milliseconds where it is so already.
'use strict';
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { ROOT } = require('./runtime.cjs');

function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Why node_modules is not what the lock file says, or undefined. npm writes down what it has installed when it is done
 * (node_modules/.package-lock.json), so an interrupted install shows. An optional package may be absent, never wrong.
 */
function whyStale(development) {
  const wanted = packagesIn(path.join(ROOT, 'package-lock.json'));
  if (wanted === undefined) return undefined;
  const installed = packagesIn(path.join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'The dependencies are not installed';
  for (const [name, want] of Object.entries(wanted)) {
    if (name === '' || (want.dev && !development)) continue;
    const have = installed[name];
    if (have === undefined && (want.optional || want.devOptional)) continue;
    if (have === undefined) return `${name} is not installed`;
    if (have.version !== want.version || have.integrity !== want.integrity) return `${name} is not ${want.version}`;
    if (!fs.existsSync(path.join(ROOT, name))) return `${name} is gone`;
  }
  return undefined;
}

/** The PATH without the package's own programs: while npm replaces them it must not run by one of them. */
function outerPath() {
  const inner = path.join(ROOT, 'node_modules');
  const parts = (process.env.PATH || '').split(path.delimiter);
  return parts.filter((part) => !path.resolve(part).startsWith(inner)).join(path.delimiter);
}

/** Installs if needed; `development` says whether the test tools are needed as well. Ends the process on failure. */
function ensureInstalled(development) {
  const why = whyStale(development);
  if (why === undefined) return;
  console.error(`${why}: running npm ci.`);
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', ...(development ? ['--include=dev'] : [])], {
    cwd: ROOT,
    // Standard output belongs to what is started afterwards.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: outerPath() },
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  console.error(`npm ci failed${result.error ? `: ${result.error.message}` : ''}. See above.`);
  process.exit(1);
}

module.exports = { ensureInstalled };
