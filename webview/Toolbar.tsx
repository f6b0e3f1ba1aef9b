import { useCallback, useEffect } from "react";
import type { BoardSummary, BusFamily } from "../src/protocol/board.ts";
import { AddControllers } from "./AddControllers.tsx";
import { DomainChoice } from "./DomainChoice.tsx";
import { Glyph } from "./icons.tsx";
import { PinAll } from "./PinAll.tsx";
import { useBench, useView } from "./store.ts";
import { Badge } from "./ui/Badge.tsx";
import { Button } from "./ui/Button.tsx";
import { Checkbox } from "./ui/Checkbox.tsx";
import { Dropdown } from "./ui/Dropdown.tsx";
import { TextField } from "./ui/TextField.tsx";
import { countWords, familyNames } from "./words.ts";
import { ZoomControl } from "./ZoomControl.tsx";

/** The machine's name, what can be done to it as a whole, and what narrows the board down. */
export function Toolbar() {
  return (
    <header className="toolbar">
      <div className="toolbar-row">
        <Title />
        <DomainChoice />
        <Summary />
        <History />
      </div>
      <Filters />
    </header>
  );
}

function Title() {
  const title = useView((view) => view.index?.board.title ?? "");
  const machine = useView((view) => view.index?.board.machine ?? "");
  return (
    <h1 className="title">
      <span className="title-name">{title}</span> <span className="machine">{machine}</span>
    </h1>
  );
}

function Summary() {
  const summary = useView((view) => view.index?.board.summary);
  if (summary === undefined) return null;
  return (
    <div className="summary">
      <Badge title="Devices whose address is written in the file">{summary.pinned} pinned</Badge>
      <Badge title="Devices whose address libvirt would choose">{summary.unpinned} unpinned</Badge>
      <Badge title={freeWords(summary)}>{countWords(summary.freeSlots, "free slot")}</Badge>
      {summary.problems === 0 ? null : (
        <Badge title="Problems of devices on this board">{countWords(summary.problems, "problem")}</Badge>
      )}
    </div>
  );
}

/** The free slots of each family, for whoever looks closer. */
function freeWords({ freeByFamily = [] }: BoardSummary): string {
  const lines = freeByFamily.map(({ family, count }) => `${familyNames[family]}: ${count} free`);
  return ["PCI slots that nobody sits in", ...lines].join("\n");
}

function History() {
  const bench = useBench();
  const readOnly = useView((view) => view.index?.board.readOnly !== undefined);
  return (
    <div className="actions">
      <Button look="icon" name="Undo" disabled={readOnly} onPress={() => bench.host.post({ type: "undo" })}>
        <Glyph name="undo" />
      </Button>
      <Button look="icon" name="Redo" disabled={readOnly} onPress={() => bench.host.post({ type: "redo" })}>
        <Glyph name="redo" />
      </Button>
      <FoldAll />
      <AddControllers />
      <PinAll />
    </div>
  );
}

function FoldAll() {
  const { store } = useBench();
  const folded = useView((view) => view.collapsed.size > 0);
  return (
    <Button
      look="icon"
      name={folded ? "Open all buses" : "Close all buses"}
      onPress={() => store.dispatch({ type: "collapseAll", collapsed: !folded })}
    >
      <Glyph name="fold" />
    </Button>
  );
}

/** Says how many devices a filter leaves, when it changes and there is a pause. */
function useFoundCount(): void {
  const { announce } = useBench();
  const found = useView((view) => view.visible?.devices.size);
  useEffect(() => {
    if (found !== undefined) announce(`${countWords(found, "device")} shown.`, "polite");
  }, [found, announce]);
}

function Filters() {
  const { store } = useBench();
  const filter = useView((view) => view.filter);
  useFoundCount();
  const search = useCallback(
    (query: string) => store.dispatch({ type: "filter", filter: { query } }),
    [store],
  );
  const problems = useCallback(
    (onlyProblems: boolean) => store.dispatch({ type: "filter", filter: { onlyProblems } }),
    [store],
  );
  const unpinned = useCallback(
    (onlyUnpinned: boolean) => store.dispatch({ type: "filter", filter: { onlyUnpinned } }),
    [store],
  );
  return (
    <search className="toolbar-row filters" aria-label="Narrow the board down">
      <TextField
        name="Search devices"
        placeholder="Name, MAC, file or address"
        value={filter.query}
        onInput={search}
        picture={
          <span slot="start">
            <Glyph name="search" />
          </span>
        }
      />
      <FamilyChoice />
      <Checkbox checked={filter.onlyProblems} onChange={problems}>
        Problems
      </Checkbox>
      <Checkbox checked={filter.onlyUnpinned} onChange={unpinned}>
        Unpinned
      </Checkbox>
      <ZoomControl />
    </search>
  );
}

function FamilyChoice() {
  const { store } = useBench();
  const family = useView((view) => view.filter.family);
  const sections = useView((view) => view.index?.sections);
  const choose = useCallback(
    (value: string) => store.dispatch({ type: "filter", filter: { family: value as BusFamily | "all" } }),
    [store],
  );
  const families = (sections ?? []).map((section) => ({
    value: section.family,
    label: familyNames[section.family],
  }));
  return (
    <Dropdown
      name="Buses shown"
      value={family}
      options={[{ value: "all", label: "All buses" }, ...families]}
      onChange={choose}
    />
  );
}
