import type { Draft } from "../defaults/draft.ts";
import type { Smartcard } from "../domain/device.ts";
import { idsOf } from "./places.ts";

/**
 * Gives smartcards without address the slot after the highest one on ccid controller 0, and adds the controller that
 * each smartcard sits on (virDomainDefMaybeAddSmartcardController, conf/domain_conf.c, libvirt 11.3).
 */
export function assignCcid(draft: Draft): void {
  const cards = draft.list("smartcard");
  let last = lastCard(cards);
  for (const card of cards) {
    if (card.unreadableAddress) continue;
    if (!card.address) {
      const slot = slotOn0(last) + 1;
      card.address = { type: "ccid", controller: 0, slot };
      const because = last ? idsOf([last]) : [];
      draft.explain(card, { rule: "ccid-next-slot", values: { controller: 0, slot }, because });
      last = card;
    }
    addController(draft, card);
  }
}

/** The smartcard in the highest slot of controller 0. */
function lastCard(cards: readonly Smartcard[]): Smartcard | undefined {
  let last: Smartcard | undefined;
  for (const card of cards) if (slotOn0(card) > slotOn0(last)) last = card;
  return last;
}

/** The slot on controller 0 as the signed number libvirt compares; −1 where the card is not there. */
function slotOn0(card: Smartcard | undefined): number {
  return card?.address?.type === "ccid" && card.address.controller === 0 ? card.address.slot | 0 : -1;
}

function addController(draft: Draft, card: Smartcard): void {
  const index = card.address?.type === "ccid" ? card.address.controller | 0 : 0;
  if (index >= 0) draft.addController("ccid", index);
}
