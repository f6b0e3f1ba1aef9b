// The house's one-way order, as rules that give advice. Run by `npm run rules`.

/**
 * Every room from the ground up; rooms on one floor do not know each other. A room may look at every
 * floor below its own. `advice` says where a thing belongs that a room wanted from above or beside it.
 */
const floors = [
  [
    {
      room: "text",
      advice: "a thing about offsets and edits belongs in text/ itself; a thing about XML in xml/",
    },
  ],
  [
    {
      room: "xml",
      advice: "xml/ knows no libvirt: pass the libvirt part in as a value, or read it in domain/",
    },
  ],
  [
    {
      room: "catalog",
      advice: "catalog/ is tables: put the shared type beside the table that states the fact",
    },
  ],
  [
    {
      room: "domain",
      advice: "domain/ is the machine as written: what libvirt makes of it belongs in defaults/ or above",
    },
  ],
  [
    {
      room: "topology",
      advice: "topology/ names no address type: take the type's numbers as arguments from address/",
    },
  ],
  [
    {
      room: "defaults",
      advice: "defaults/ runs before addresses: put the shared noun in topology/ or domain/",
    },
  ],
  [
    {
      room: "address",
      advice:
        "one address type never asks define/: put the shared thing in topology/ or take it as an argument",
    },
  ],
  [
    {
      room: "define",
      advice: "define/ is the end of libvirt's own work: advice belongs in check/, words in feature/",
    },
  ],
  [
    {
      room: "check",
      advice:
        "a check ends in a Problem; put shared facts in define/ or topology/, join fixes in feature/codeActions.ts",
    },
    {
      room: "edit",
      advice: "an edit does not ask why it is wanted; join it to its problem in feature/codeActions.ts",
    },
    {
      room: "qemu",
      advice: "qemu/ turns a Definition into QEMU's words; put the shared thing in define/ or catalog/",
    },
  ],
  [
    {
      room: "feature",
      advice: "a feature speaks LSP words only: what an adapter knows comes in through the service's options",
    },
  ],
];

/** The rooms around the core: each sees the core through service.ts and the shapes of protocol/. */
const adapters = ["vscode", "cli", "lsp"];
const core = floors.flat().map(({ room }) => room);
const anyOf = (/** @type {string[]} */ names) => `(${names.join("|")})`;

/**
 * @typedef {import("dependency-cruiser").IRegularForbiddenRuleType} Rule
 * @param {string} name
 * @param {string} comment what the rule holds and, after "When crossed:", where the shared thing belongs
 * @param {Rule["from"]} from
 * @param {Rule["to"]} to
 * @returns {Rule}
 */
const forbid = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

/** A file of one floor may not see its neighbours on that floor nor anything above. */
const upward = floors.flatMap((floor, height) =>
  floor.map(({ room, advice }) => {
    const neighbours = floor.map((neighbour) => neighbour.room).filter((name) => name !== room);
    const above = floors.slice(height + 1).flatMap((higher) => higher.map((neighbour) => neighbour.room));
    const shapes = room === "feature" ? [] : ["protocol"];
    const hidden = [...neighbours, ...above, ...adapters, ...shapes, "host"];
    return forbid(
      `${room}-looks-only-down`,
      `src/${room} may only look at the floors below it. When crossed: ${advice}.`,
      { path: `^src/${room}/` },
      { path: [`^src/${anyOf(hidden)}/`, "^src/service\\.ts$", "^webview/"] },
    );
  }),
);

const pure = { path: [`^src/${anyOf([...core, "protocol"])}/`, "^src/service\\.ts$"] };
const outside = "node_modules/(react|react-dom|@types/react|@types/vscode|@vscode|playwright-core)/";

/** Where the bundles begin. */
const entries = "^(src/(vscode/extension|cli/main)\\.ts|webview/main\\.tsx)$";

/** @type {import("dependency-cruiser").IConfiguration} */
const configuration = {
  forbidden: [
    ...upward,
    forbid(
      "core-is-pure",
      "The core runs in any editor, worker or test, so it imports no VS Code and no React. When crossed: do the work in an adapter and pass the result in as a value.",
      pure,
      { path: ["^vscode$", "^react", outside] },
    ),
    forbid(
      "core-uses-no-node-module",
      "The core does no I/O and imports no module of Node. When crossed: read in host/ or an adapter and pass the text in.",
      pure,
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "service-is-the-one-door",
      "service.ts offers the core and knows no adapter. When crossed: make it an option of getDomainService, filled in by the adapter.",
      { path: "^src/service\\.ts$" },
      { path: [`^src/${anyOf([...adapters, "host"])}/`, "^webview/"] },
    ),
    forbid(
      "adapters-use-the-door",
      "Adapters reach the rules through service.ts, host/ and protocol/, and speak the shapes of text/ and feature/. When crossed: add a verb to service.ts.",
      { path: `^src/${anyOf(adapters)}/` },
      { path: `^src/${anyOf(core.filter((room) => !["text", "feature"].includes(room)))}/` },
    ),
    ...adapters.map((room) =>
      forbid(
        `${room}-knows-no-other-adapter`,
        "Adapters do not know each other. When crossed: put the shared thing into service.ts or feature/.",
        { path: `^src/${room}/` },
        { path: [`^src/${anyOf(adapters.filter((other) => other !== room))}/`, "^webview/"] },
      ),
    ),
    forbid(
      "host-serves-adapters",
      "host/ starts processes and reads the machine; it decides nothing. When crossed: let the adapter pass in what host/ needs to know.",
      { path: "^src/host/" },
      { path: [`^src/${anyOf(["feature", "protocol", ...adapters])}/`, "^src/service\\.ts$", "^webview/"] },
    ),
    forbid(
      "only-the-vscode-room-knows-vscode",
      "Only src/vscode imports the editor's API. When crossed: return the LSP shape and convert it in src/vscode.",
      { path: "^(src|webview)/", pathNot: "^src/vscode/" },
      { path: ["^vscode$", "node_modules/@types/vscode/"] },
    ),
    forbid(
      "webview-sees-protocol-only",
      "The slot editor draws boards; it knows no rules and no XML. When crossed: let feature/board.ts compute the answer and add a field to protocol/board.ts.",
      { path: "^webview/" },
      { path: "^src/", pathNot: "^src/protocol/" },
    ),
    forbid(
      "protocol-imports-nothing",
      "protocol/ is plain shapes that both sides can read alone. When crossed: spell the shape out in protocol/ and convert to it in feature/.",
      { path: "^src/protocol/" },
      { pathNot: "^src/protocol/" },
    ),
    forbid(
      "no-cycles",
      "Two files that need each other are one file, or share a third. When crossed: move what both need below both.",
      {},
      { circular: true },
    ),
    {
      name: "no-dead-files",
      severity: "error",
      comment:
        "What no entry reaches ships to nobody. When crossed: join it to a feature, move it to test/ if only tests need it, or delete it.",
      from: { path: entries },
      to: { path: "^(src|webview)/", pathNot: [entries, "\\.d\\.ts$"], reachable: false },
    },
    forbid(
      "imports-lead-somewhere",
      "The import leads nowhere. When crossed: correct the path (with its .ts), or add the package to package.json.",
      { path: "^(src|webview)/" },
      { couldNotResolve: true, pathNot: "^vscode$" },
    ),
    forbid(
      "product-imports-no-test",
      "What ships does not know how it is tested. When crossed: move the helper into the room it is about.",
      { path: "^(src|webview)/" },
      { path: "^(test|bench|scripts)/" },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};

export default configuration;
