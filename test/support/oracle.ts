import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { repository } from "./repository.ts";

/** What a real libvirt said about a domain: the XML it keeps, or its words. */
export type OracleAnswer =
  | { readonly outcome: "accepted"; readonly xml: string }
  | { readonly outcome: "rejected"; readonly error: string };

/** A libvirt in a root folder of its own, with `virsh` inside. Many domains are asked in one process. */
export interface Oracle {
  /** Defines each text on its own, in one batch after the other; the answers come in the same order. */
  readonly ask: (texts: readonly string[]) => Promise<OracleAnswer[]>;
  /** Milliseconds that virsh itself counts for one define of the text, `times` times. */
  readonly timeDefine: (text: string, times: number) => Promise<number[]>;
  /** The architectures that it has an emulator for. */
  readonly arches: () => Promise<ReadonlySet<string>>;
  /** Versions of libvirt and QEMU as virsh prints them. */
  readonly versions: () => Promise<{ readonly libvirt: string; readonly qemu: string }>;
}

const rootFolder = process.env.LIBVIRT_ROOT ?? path.join(os.homedir(), ".cache/libvirt-oracle");
const toolsFolder = process.env.LIBVIRT_SLOTS_ORACLE ?? path.resolve(repository, "../shared/oracle");
/** One process gets at most so many domains: its commands travel as one argument. */
const batchSize = 250;
const mark = "=answer=";

/** Finds the libvirt to ask; a string says what is missing and how to get it. */
export async function findOracle(): Promise<Oracle | string> {
  const setup = path.join(toolsFolder, "setup");
  const advice = existsSync(setup)
    ? `run ${setup} as root`
    : "set LIBVIRT_ROOT to a root folder with libvirt 11.3 in it, or LIBVIRT_SLOTS_ORACLE to the folder of its setup script";
  if (!existsSync(path.join(rootFolder, "usr/bin/virsh"))) {
    return `There is no libvirt to ask in ${rootFolder}: ${advice}.`;
  }
  const { output, errors } = await virsh("version");
  if (!output.includes("Running hypervisor")) return `libvirt does not answer (${errors.trim()}): ${advice}.`;
  return { ask, timeDefine, arches, versions };
}

async function ask(texts: readonly string[]): Promise<OracleAnswer[]> {
  const answers: OracleAnswer[] = [];
  for (let start = 0; start < texts.length; start += batchSize) {
    answers.push(...(await askBatch(texts.slice(start, start + batchSize))));
  }
  return answers;
}

async function askBatch(texts: readonly string[]): Promise<OracleAnswer[]> {
  return withFolder(async (folder) => {
    const commands = await Promise.all(
      texts.map(async (text, index) => {
        const file = await place(folder, index, text);
        const name = nameIn(folder, index);
        const steps = [`define ${file}`, `dumpxml --inactive ${name}`, `undefine --nvram ${name}`];
        return [`echo ${mark}`, `echo --err ${mark}`, ...steps].join("; ");
      }),
    );
    const { output, errors } = await virsh("-q", commands.join("; "));
    const xmls = output.split(mark).slice(1);
    const complaints = errors.split(`error: ${mark}\n`).slice(1);
    return texts.map((_, index) => toAnswer(xmls[index], complaints[index]));
  });
}

function toAnswer(xml: string | undefined, complaint: string | undefined): OracleAnswer {
  if (xml === undefined || complaint === undefined)
    throw new Error("virsh ended before it had answered everything");
  if (xml.includes("</domain>"))
    return { outcome: "accepted", xml: xml.slice(0, xml.indexOf("</domain>") + 9) };
  const error = /^error: Failed to define domain from .*\nerror: ([\s\S]*?)\n(?=error: |$)/.exec(
    complaint,
  )?.[1];
  if (error === undefined) throw new Error(`virsh says neither yes nor no: ${xml} ${complaint}`);
  return { outcome: "rejected", error };
}

async function timeDefine(text: string, times: number): Promise<number[]> {
  return withFolder(async (folder) => {
    const file = await place(folder, 0, text);
    const steps = [`define ${file}`, `undefine --nvram ${nameIn(folder, 0)}`];
    const { output, errors } = await virsh("-t", Array(times).fill(steps).flat().join("; "));
    const matches = [...output.matchAll(/Domain '[^']*' defined[^(]*\(Time: ([\d.]+) ms\)/g)];
    if (matches.length !== times) throw new Error(`libvirt does not define the domain: ${errors}`);
    return matches.map(([, milliseconds]) => Number(milliseconds));
  });
}

async function arches(): Promise<ReadonlySet<string>> {
  const { output } = await virsh("capabilities");
  return new Set([...output.matchAll(/<arch name='([^']+)'/g)].map(([, name]) => name ?? ""));
}

async function versions(): Promise<{ libvirt: string; qemu: string }> {
  const { output } = await virsh("version");
  return {
    libvirt: /Using library: libvirt ([\d.]+)/.exec(output)?.[1] ?? "unknown",
    qemu: /Running hypervisor: QEMU ([\d.]+)/.exec(output)?.[1] ?? "unknown",
  };
}

/** Names are unique to the folder, so that several askers do not meet. */
function nameIn(folder: string, index: number): string {
  return `${path.basename(folder)}-${index}`;
}

/** Puts a text where virsh sees it, under a name of our own and without its UUID. */
async function place(folder: string, index: number, text: string): Promise<string> {
  const name = `<name>${nameIn(folder, index)}</name>`;
  const nameless = text.replace(/<uuid>[^<]*<\/uuid>/, "").replace(/<name>[^<]*<\/name>/, "");
  await writeFile(
    path.join(folder, `${index}.xml`),
    nameless.replace(/<domain\b[^>]*>/, (tag) => tag + name),
  );
  return `/tmp/${path.basename(folder)}/${index}.xml`;
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(rootFolder, "tmp/slots-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** libvirt itself never ends over some domains: 11.3 reads any address of a SCSI host device as a controller number. */
const patience = 120_000;

/** virsh ends with 1 as soon as one of many commands fails, so its status says nothing here. */
function virsh(...args: readonly string[]): Promise<{ output: string; errors: string }> {
  const command = [rootFolder, "virsh", "-c", "qemu:///system", ...args];
  return new Promise((resolve, reject) => {
    execFile("chroot", command, { maxBuffer: 1 << 30, timeout: patience }, (error, output, errors) => {
      if (error?.killed)
        reject(new Error(`libvirt in ${rootFolder} has not answered for ${patience / 1000} s`));
      else if (error && typeof error.code !== "number") reject(error);
      else resolve({ output, errors });
    });
  });
}
