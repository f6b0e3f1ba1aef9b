// How the slot editor is bundled, for what ships and for the tests that open it in a browser alike.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/**
 * The page asks for the component kit after its first board, so the kit is a script of its own. esbuild could split it
 * off by itself, but would put what both share into a third file that the first one waits for.
 * @type {import("esbuild").Plugin}
 */
const kitApart = {
  name: "kit-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/ui\/kit\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./webview-kit.js", external: true } : undefined,
    ),
};

const renderer = "cjs/react-dom-client.production.js";

/**
 * React's renderer comes as CommonJS, which esbuild puts into a function: a browser reads through all of its 200 kB when
 * it compiles the script and once more when it calls the function. As a module it is read once, while it is loaded.
 * @type {import("esbuild").Plugin}
 */
const rendererAsModule = {
  name: "renderer-as-module",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^react-dom\/client$/ }, () => ({
      path: createRequire(import.meta.url)
        .resolve("react-dom/client")
        .replace(/client\.js$/, renderer),
    }));
    onLoad({ filter: /react-dom-client\.production\.js$/ }, async ({ path }) => ({
      contents: asModule(await readFile(path, "utf8"), ["createRoot"]),
    }));
  },
};

/** @param {string} text @param {readonly string[]} names */
function asModule(text, names) {
  /** @type {string[]} */
  const wanted = [];
  const body = text.replace(/\brequire\("([^"]+)"\)/g, (_, name) => {
    wanted.push(name);
    return `required${wanted.length - 1}`;
  });
  return [
    ...wanted.map((name, at) => `import required${at} from "${name}";`),
    "const exports = {};",
    body,
    `export const { ${names.join(", ")} } = exports;`,
  ].join("\n");
}

/**
 * The scripts of the slot editor, by their names in the page. They are modules: a browser compiles a module as a whole
 * while it loads it, and a script in a function once to look it over and once more when it runs.
 * @satisfies {import("esbuild").BuildOptions}
 */
export const webviewOptions = {
  entryPoints: { webview: "webview/main.tsx", "webview-kit": "webview/ui/kit.ts" },
  bundle: true,
  platform: /** @type {const} */ ("browser"),
  format: /** @type {const} */ ("esm"),
  target: "es2023",
  jsx: /** @type {const} */ ("automatic"),
  legalComments: /** @type {const} */ ("eof"),
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [kitApart, rendererAsModule],
};
