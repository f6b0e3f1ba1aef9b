// Loaded into VS Code's server before its own code: it ends when whoever started it is gone, however that one ended.
const process = require("node:process");

// The server starts helpers of its own with the same options; their standard input says nothing about us.
if (process.argv[1]?.endsWith("server-main.js")) {
  process.stdin.on("close", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
}
