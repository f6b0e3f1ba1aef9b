import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { repository } from "../support/repository.ts";

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it ships, in a folder of its own that goes away with `close`. */
export class CommandLine {
  readonly folder: string;
  readonly #program: string;

  private constructor(folder: string) {
    this.folder = path.join(folder, "work");
    mkdirSync(this.folder);
    this.#program = path.join(folder, "cli.mjs");
  }

  static async start(): Promise<CommandLine> {
    const folder = mkdtempSync(path.join(tmpdir(), "libvirt-slots-"));
    const cli = new CommandLine(folder);
    await build({
      absWorkingDir: repository,
      entryPoints: ["src/cli/main.ts"],
      outfile: cli.#program,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
    });
    return cli;
  }

  close(): void {
    rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }

  run(args: readonly string[], input = ""): Outcome {
    return spawnSync(process.execPath, [this.#program, ...args], {
      cwd: this.folder,
      input,
      encoding: "utf8",
    });
  }

  write(name: string, text: string | Buffer, mode = 0o644): string {
    writeFileSync(path.join(this.folder, name), text);
    chmodSync(path.join(this.folder, name), mode);
    return name;
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), "utf8");
  }
}

/** A small domain with these devices. */
export function domain(devices: string, type = "kvm"): string {
  return `<domain type='${type}'>
  <name>guest</name>
  <memory>1048576</memory>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
  </os>
  <devices>
${devices}
  </devices>
</domain>
`;
}

export const plain = domain(
  "    <rng model='virtio'>\n      <backend model='random'>/dev/urandom</backend>\n    </rng>",
);

export const clash = domain(
  [
    "    <interface type='user'>",
    "      <address type='pci' slot='5'/>",
    "    </interface>",
    "    <interface type='user'>",
    "      <address type='pci' slot='5'/>",
    "    </interface>",
  ].join("\n"),
);
