import type { Controller } from "../domain/device.ts";
import { type Attribute, attributeOf, type Element } from "../xml/document.ts";
import { addressWords } from "./addressWords.ts";
import { addressElementOf, devicesBehind } from "./controllerLinks.ts";
import { type DeviceInFile, deviceAt } from "./deviceAt.ts";
import { type DeviceCard, deviceCards } from "./deviceCards.ts";
import { guestNames } from "./guestNames.ts";
import type { Hover, Position } from "./lsp.ts";
import { codeSpan, escapeMarkdown } from "./markdown.ts";
import type { DomainView, Snapshot } from "./snapshot.ts";

/** How many devices behind a controller are named before the rest is only counted. */
const mostNamed = 12;

/** What is known about the device or the address at a position: its place, what the numbers mean, and why it is there. */
export function hover(snapshot: Snapshot, position: Position): Hover | undefined {
  const found = deviceAt(snapshot, position);
  if (found === undefined || !found.domain.assignsAddresses) return undefined;
  const offset = snapshot.lines.offsetAt(position);
  const element = found.domain.reading.elements.get(found.device);
  const address = addressElementOf(found.domain, found.device);
  if (element && isIn(offset, element.startTag)) return deviceHover(found, element, offset);
  return address && isIn(offset, address.startTag) ? addressHover(found, address) : undefined;
}

function deviceHover({ domain, device }: DeviceInFile, element: Element, offset: number): Hover | undefined {
  const cards = deviceCards(domain.definition);
  const card = cards.get(device);
  if (card === undefined) return undefined;
  const index = attributeOf(element, "index");
  const onIndex = index !== undefined && isIn(offset, index.range);
  const known = card.defined.device;
  const behind = known.kind === "controller" ? [behindWords(domain, known, cards)] : [];
  const parts = onIndex ? behind : [titleWords(card), ...placeWords(domain, card, cards), ...behind];
  return hoverOf(domain, onIndex ? index : element, parts);
}

function addressHover({ domain, device }: DeviceInFile, address: Element): Hover | undefined {
  const cards = deviceCards(domain.definition);
  const card = cards.get(device);
  const parts = card ? placeWords(domain, card, cards) : [];
  if (card === undefined || parts.length === 0) return undefined;
  return hoverOf(domain, address, [`Place of ${escapeMarkdown(card.name)}`, ...parts]);
}

function hoverOf({ snapshot }: DomainView, node: Element | Attribute, parts: readonly string[]): Hover {
  const range = "startTag" in node ? node.startTag : node.range;
  return { contents: parts.join("\n\n"), range: snapshot.rangeOf(range) };
}

function titleWords({ label, detail }: DeviceCard): string {
  return `**${escapeMarkdown(label)}**${detail === "" ? "" : ` · ${escapeMarkdown(detail)}`}`;
}

/** The address, who chose it, what it means, why it is there and what the guest calls the device. */
function placeWords(
  { definition }: DomainView,
  { defined, address, why }: DeviceCard,
  cards: ReadonlyMap<number, DeviceCard>,
): string[] {
  const { device, placement } = defined;
  if (address === undefined || device.address === undefined) return [];
  const who = placement.state === "given" ? "given in the file" : "chosen by libvirt";
  const meaning = addressWords(definition, device, device.address, (id) => cards.get(id)?.name);
  const guestName = guestNames(definition).get(device.id);
  return [
    `${codeSpan(address)}, ${who}: ${escapeMarkdown(meaning)}.`,
    ...(why === undefined ? [] : [escapeMarkdown(why)]),
    ...(guestName === undefined ? [] : [`A Linux guest will probably call it ${codeSpan(guestName)}.`]),
  ];
}

/** What hangs from a controller. */
function behindWords(
  { definition }: DomainView,
  controller: Controller,
  cards: ReadonlyMap<number, DeviceCard>,
): string {
  const behind = devicesBehind(definition, controller);
  const own = `${escapeMarkdown(controller.type)} controller ${controller.index ?? ""}`.trimEnd();
  if (behind.length === 0) return `Nothing hangs from ${own}.`;
  const lines = behind.slice(0, mostNamed).flatMap((id) => {
    const card = cards.get(id);
    return card ? [behindLine(card)] : [];
  });
  const rest = behind.length - mostNamed;
  return [`From ${own} hang:`, ...lines, ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n");
}

function behindLine({ label, detail, address, defined }: DeviceCard): string {
  const origin = defined.written ? "" : " (added by libvirt)";
  const words = [label, detail]
    .filter((part) => part !== "")
    .map(escapeMarkdown)
    .join(" · ");
  return `- ${words}: ${codeSpan(address ?? "")}${origin}`;
}

function isIn(offset: number, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return start <= offset && offset <= end;
}
