// npm start: installs what is missing, then runs the two nodes of the demonstration; arguments are passed on.
'use strict';
require('./install.cjs').ensureInstalled(false);
require('./runtime.cjs').runMain(['twin', ...process.argv.slice(2)]);
