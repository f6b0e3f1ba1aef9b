// Lets a UI test ask the editor itself: it runs the functions that harness.ts sends to a socket only the test knows.
const http = require("node:http");
const process = require("node:process");
const vscode = require("vscode");

/** @param {http.IncomingMessage} request @returns {Promise<{ work: string, argument: unknown }>} */
async function bodyOf(request) {
  let body = "";
  for await (const part of request) body += part;
  return JSON.parse(body);
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
async function answer(request, response) {
  try {
    const { work, argument } = await bodyOf(request);
    const value = await new Function("vscode", "argument", `return (${work})(vscode, argument)`)(
      vscode,
      argument,
    );
    response.end(JSON.stringify({ value }));
  } catch (error) {
    response.end(
      JSON.stringify({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  }
}

/** @param {vscode.ExtensionContext} context */
exports.activate = (context) => {
  const server = http.createServer((request, response) => void answer(request, response));
  server.listen(process.env.LIBVIRT_SLOTS_HELPER);
  context.subscriptions.push({ dispose: () => server.close() });
};
