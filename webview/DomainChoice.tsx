import { useCallback } from "react";
import { useBench, useView } from "./store.ts";
import { Dropdown } from "./ui/Dropdown.tsx";

/** Which domain of the document is drawn, where it holds several. */
export function DomainChoice() {
  const { host } = useBench();
  const domains = useView((view) => view.index?.board.domains);
  const chosen = useView((view) => view.index?.board.domain ?? 0);
  const choose = useCallback(
    (value: string) => host.post({ type: "chooseDomain", domain: Number(value) }),
    [host],
  );
  if (domains === undefined || domains.length < 2) return null;
  const options = domains.map((label, at) => ({ value: String(at), label }));
  return (
    <Dropdown name="Domain of this document" value={String(chosen)} options={options} onChange={choose} />
  );
}
