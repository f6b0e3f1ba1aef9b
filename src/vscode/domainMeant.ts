import type { DomainService, Position, Snapshot } from "../service.ts";

/** What a document's board draws: a domain, counted from 0, and whether it is what the user looks at. */
export interface DrawnBoard {
  readonly domain: number;
  readonly isActive: boolean;
}

/** What there is to tell which domain of a document a command means. */
export interface Clues {
  /** What the caller of the command names; only a number means a domain. */
  readonly named?: unknown;
  readonly board?: DrawnBoard | undefined;
  /** Where the text cursor stands, where the text is shown. */
  readonly cursor?: Position | undefined;
}

/**
 * Which domain of a document a command means, counted from 0: the named one, else the one that the board in use draws,
 * else the one in which the text cursor stands, else that of a board elsewhere; undefined where nothing tells.
 */
export function domainMeant(
  service: DomainService,
  snapshot: Snapshot,
  { named, board, cursor }: Clues,
): number | undefined {
  if (typeof named === "number") return named;
  if (board?.isActive) return board.domain;
  return (cursor && service.placeAt(snapshot, cursor)?.domain) ?? board?.domain;
}
