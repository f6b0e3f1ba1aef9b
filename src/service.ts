import type { DeviceId } from "./domain/device.ts";
import { readHostFacts as hostFactsOf } from "./domain/hostFacts.ts";
import type { DefineOptions, HostFacts } from "./domain/target.ts";
import { addressElements } from "./feature/addressElements.ts";
import {
  type BoardGesture,
  boardFor,
  type GesturePreview,
  gesture,
  type PlaceOnBoard,
  placeAt,
  previewOf,
  rangeOfKey,
} from "./feature/boardGestures.ts";
import { codeActions, fixAllAction, pinSourceAction } from "./feature/codeActions.ts";
import { codeLenses } from "./feature/codeLens.ts";
import { definitionAt, referencesAt } from "./feature/controllerReferences.ts";
import { type DeviceInFile, deviceAt } from "./feature/deviceAt.ts";
import { diagnostics } from "./feature/diagnostics.ts";
import { documentationOf } from "./feature/documentation.ts";
import { type ExportFormat, exportBoard, exportFormats, pictureOf } from "./feature/export/exportBoard.ts";
import { exportStem } from "./feature/export/exportStem.ts";
import { gestureName } from "./feature/gestureNames.ts";
import { hover } from "./feature/hover.ts";
import { inlayHints } from "./feature/inlayHints.ts";
import type {
  CodeAction,
  CodeLens,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  Position,
  Range,
  TextEdit,
} from "./feature/lsp.ts";
import { type EditAnswer, pinEverything, pinSome, unpinSome } from "./feature/pin.ts";
import { type Renamable, renamableAt, rename } from "./feature/rename.ts";
import type { Severities } from "./feature/severities.ts";
import { type DomainView, Snapshot, type SnapshotOptions } from "./feature/snapshot.ts";
import { symbols } from "./feature/symbols.ts";
import type { Board, DeviceKey } from "./protocol/board.ts";
import type { Picture } from "./protocol/picture.ts";
import { applyEdits } from "./text/textEdit.ts";

export type {
  Board,
  BoardGesture,
  CodeAction,
  CodeLens,
  DefineOptions,
  DeviceInFile,
  Diagnostic,
  DocumentSymbol,
  DomainView,
  EditAnswer,
  ExportFormat,
  GesturePreview,
  HostFacts,
  Hover,
  InlayHint,
  PlaceOnBoard,
  Position,
  Range,
  Renamable,
  Severities,
  Snapshot,
  TextEdit,
};

export { documentationOf, exportFormats, hostFactsOf };

/** How domains are to be read, and how loud each code is to be. */
export type ServiceOptions = SnapshotOptions;

/** Everything an editor or a command line can ask. Adapters use nothing else of the core. */
export interface DomainService {
  /** The document at one version; asked again for the same version, the same one. */
  snapshot(uri: string, version: number, text: string): Snapshot;
  /** Forgets a document that was closed. */
  close(uri: string): void;
  /** Whether the document holds a libvirt domain; XML of other sorts is left alone. */
  isDomain(snapshot: Snapshot): boolean;
  /** Everything libvirt would refuse. */
  diagnostics(snapshot: Snapshot): Diagnostic[];
  /** What can be done at a range: cures of the problems there, pinning and unpinning. */
  codeActions(snapshot: Snapshot, range: Range): CodeAction[];
  /** "Pin all addresses" as a source action, where there is something to pin. */
  pinSourceAction(snapshot: Snapshot): CodeAction[];
  /** All preferred cures of the document as one source action, where there are some. */
  fixAllAction(snapshot: Snapshot): CodeAction[];
  /** What is known about the device, the address or the controller at a position. */
  hover(snapshot: Snapshot, position: Position): Hover | undefined;
  /** The addresses libvirt would choose, behind the devices of a range. */
  inlayHints(snapshot: Snapshot, range: Range): InlayHint[];
  /** How full the domain is, above its devices. */
  codeLenses(snapshot: Snapshot): CodeLens[];
  /** The controller that an address names at a position. */
  definitionAt(snapshot: Snapshot, position: Position): Range | undefined;
  /** The addresses that name the controller at a position, and its own index with `withDefinition`. */
  referencesAt(snapshot: Snapshot, position: Position, withDefinition: boolean): Range[];
  /** The index of a controller at a position, where it can be renamed. */
  renamableAt(snapshot: Snapshot, position: Position): Renamable | undefined;
  /** Gives a controller another index, there and in every address that names it. */
  rename(snapshot: Snapshot, position: Position, newName: string): EditAnswer;
  /** The outline: domains and their devices. */
  symbols(snapshot: Snapshot): DocumentSymbol[];
  /** The device whose element holds a position. */
  deviceAt(snapshot: Snapshot, position: Position): DeviceInFile | undefined;
  /** The slot editor's picture of a domain of a document, the first one by default; undefined where there is none. */
  board(snapshot: Snapshot, readOnly?: string, domain?: number): Board | undefined;
  /** The board as a picture or text to show around. */
  exportBoard(snapshot: Snapshot, format: ExportFormat, domain?: number): string | undefined;
  /** A domain of a document as a drawing that can be painted; undefined where there is none. */
  picture(snapshot: Snapshot, domain?: number): Picture | undefined;
  /** What a file with an exported domain is to be called, without its ending, beside a document of a name without ending. */
  exportStem(snapshot: Snapshot, documentStem: string, domain?: number): string;
  /** What a gesture on the board does to the text. */
  gesture(snapshot: Snapshot, gesture: BoardGesture): EditAnswer;
  /** What a gesture is called in a list of steps: "Move net0 to pcie.0 slot 05". */
  gestureName(snapshot: Snapshot, gesture: BoardGesture): string;
  /** What a gesture would write and which other devices it would move, or why it would be refused. */
  preview(snapshot: Snapshot, gesture: BoardGesture): GesturePreview;
  /** Where a device of a board stands in the text; undefined for one that libvirt adds. */
  rangeOf(snapshot: Snapshot, device: DeviceKey, domain?: number): Range | undefined;
  /** The address elements of devices of a board, as they stand in the file or as pinning would write them. */
  addressElements(snapshot: Snapshot, devices: readonly DeviceKey[], domain?: number): string[];
  /** Which domain's board a position belongs to, and the board's name of the device there. */
  placeAt(snapshot: Snapshot, position: Position): PlaceOnBoard | undefined;
  /** Writes down everything libvirt would choose; only addresses of listed devices with `onlyPresent`. */
  pinAll(snapshot: Snapshot, options?: { readonly onlyPresent?: boolean }): EditAnswer;
  /** Writes down what libvirt would choose for some devices. */
  pin(domain: DomainView, devices: ReadonlySet<DeviceId>): EditAnswer;
  /** Takes the addresses of some devices away, or of all. */
  unpin(domain: DomainView, devices?: ReadonlySet<DeviceId>): EditAnswer;
  /** The text with edits applied. */
  apply(snapshot: Snapshot, edits: readonly TextEdit[]): string;
}

/** The one door to the language service. It keeps the latest snapshot of each open document. */
export function getDomainService(options: ServiceOptions = {}): DomainService {
  const snapshots = new Map<string, Snapshot>();
  return {
    snapshot(uri, version, text) {
      const known = snapshots.get(uri);
      if (known?.version === version && known.text === text) return known;
      const fresh = new Snapshot(text, version, options);
      snapshots.set(uri, fresh);
      return fresh;
    },
    close: (uri) => void snapshots.delete(uri),
    isDomain: (snapshot) => snapshot.domains.length > 0,
    diagnostics,
    codeActions,
    pinSourceAction,
    fixAllAction,
    hover,
    inlayHints,
    codeLenses,
    definitionAt,
    referencesAt,
    renamableAt,
    rename,
    symbols,
    deviceAt,
    board: boardFor,
    exportBoard,
    picture: pictureOf,
    exportStem,
    gesture,
    gestureName,
    preview: previewOf,
    rangeOf: rangeOfKey,
    addressElements,
    placeAt,
    pinAll: pinEverything,
    pin: pinSome,
    unpin: unpinSome,
    apply: (snapshot, edits) =>
      applyEdits(
        snapshot.text,
        edits.map(({ range, newText }) => ({
          range: { start: snapshot.lines.offsetAt(range.start), end: snapshot.lines.offsetAt(range.end) },
          newText,
        })),
      ),
  };
}
