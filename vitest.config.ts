import { defineConfig } from "vitest/config";

/** Suites by folder, found by glob: a new test file belongs to one of them by where it lies. */
const special = {
  rules: ["test/rules/**/*.test.ts"],
  laws: ["test/laws/**/*.test.ts", "test/**/*.laws.test.ts"],
  conformance: ["test/conformance/**/*.test.ts"],
  webview: ["test/webview/browser/**/*.test.ts"],
  ui: ["test/vscode/ui/**/*.test.ts"],
};

/** The extension host suite runs inside VS Code (`npm run test:host`), never here. */
const elsewhere = ["test/vscode/host/**", "**/node_modules/**"];
const minute = 60_000;

export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: [...Object.values(special).flat(), ...elsewhere],
        },
      },
      { test: { name: "rules", include: special.rules, testTimeout: minute, exclude: elsewhere } },
      {
        test: {
          name: "laws",
          include: special.laws,
          setupFiles: ["test/support/lawSeed.ts"],
          testTimeout: 2 * minute,
          exclude: elsewhere,
        },
      },
      {
        test: {
          name: "conformance",
          include: special.conformance,
          testTimeout: 5 * minute,
          exclude: elsewhere,
        },
      },
      {
        test: {
          name: "webview",
          include: special.webview,
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        test: {
          name: "ui",
          include: special.ui,
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
        },
      },
    ],
  },
});
