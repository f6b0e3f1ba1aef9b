/** What the command line ends with; the worst of all files counts. */
export const exitStatus = {
  fine: 0,
  /** Errors found, or a file not pinned. */
  errors: 1,
  /** Wrong usage, or a file that cannot be read. */
  trouble: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export function worst(statuses: Iterable<ExitStatus>): ExitStatus {
  let result: ExitStatus = exitStatus.fine;
  for (const status of statuses) if (status > result) result = status;
  return result;
}
