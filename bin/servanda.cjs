#!/usr/bin/env node
// The command `servanda`: any subcommand, in whatever folder it is called, through links or not.
'use strict';
require('./runtime.cjs').runMain(process.argv.slice(2));
