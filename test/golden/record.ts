import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findOracle, type Oracle, type OracleAnswer } from "../support/oracle.ts";
import {
  answersFolder,
  goldenNames,
  type Provenance,
  provenanceFile,
  readGoldenDomain,
} from "./goldenCases.ts";

const oracle = await findOracle();
if (typeof oracle === "string") {
  console.error(`Nothing was recorded. ${oracle}`);
  process.exitCode = 1;
} else {
  await record(oracle);
}

/** Asks libvirt for every domain and replaces all answers at once, so that none is left over. */
async function record(oracle: Oracle): Promise<void> {
  const names = goldenNames();
  const answers = await oracle.ask(names.map(readGoldenDomain));
  rmSync(answersFolder, { recursive: true, force: true });
  for (const [index, name] of names.entries()) writeAnswer(name, answers[index]!);
  const provenance: Provenance = {
    ...(await oracle.versions()),
    date: new Date().toISOString().slice(0, 10),
  };
  writeFileSync(provenanceFile, `${JSON.stringify(provenance, null, 2)}\n`);
  const accepted = answers.filter(({ outcome }) => outcome === "accepted").length;
  console.log(
    `Recorded ${names.length} domains with libvirt ${provenance.libvirt} and QEMU ${provenance.qemu}: ` +
      `${accepted} accepted, ${names.length - accepted} refused.`,
  );
}

function writeAnswer(name: string, answer: OracleAnswer): void {
  const file = path.join(answersFolder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  if (answer.outcome === "accepted") writeFileSync(`${file}.xml`, `${withoutChance(answer.xml)}\n`);
  else writeFileSync(`${file}.error`, `${answer.error}\n`);
}

/** Leaves out what differs from one recording to the next. */
function withoutChance(xml: string): string {
  return xml
    .trim()
    .replace(/ *<uuid>.*<\/uuid>\n/, "")
    .replace(/<name>.*<\/name>/, "<name>golden</name>");
}
