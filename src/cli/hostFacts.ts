import { type HostFacts, hostFactsOf } from "../service.ts";
import { UsageError } from "./usage.ts";

/** Reads host facts from JSON. Throws a UsageError that names what is wrong. */
export function readHostFacts(json: string, file: string): HostFacts {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const { facts, problem } = hostFactsOf(value, file);
  if (facts === undefined) throw new UsageError(problem);
  return facts;
}
