import { dropValue, setValue } from "../../edit/values.ts";
import { attributeOf, type Element, firstChild } from "../../xml/document.ts";
import { bestFix, type Fix, type Site } from "./fix.ts";

/** The virtio flavours exist on PCI only, and not for every device; the plain model is right anywhere. */
export function plainVirtio({ device, defined, nodes }: Site): Fix[] {
  const bearer = nodes.attribute ? nodes.element : device && flavourBearer(device);
  if (bearer === undefined || defined === undefined) return [];
  const name = bearer.name === "model" ? "type" : "model";
  const written = attributeOf(bearer, name)?.value;
  if (!written?.startsWith("virtio-")) return [];
  if (defined.device.kind === "controller" && defined.device.type === "scsi") {
    return bestFix("Use model='virtio-scsi'", [setValue(bearer, name, "virtio-scsi")]);
  }
  if (defined.device.kind === "controller") return bestFix("Remove model", [dropValue(bearer, name)]);
  return bestFix(`Use ${name}='virtio'`, [setValue(bearer, name, "virtio")]);
}

/** The element that says which flavour: the device itself, or its `<model>`. */
function flavourBearer(device: Element): Element | undefined {
  return [device, firstChild(device, "model")].find((element) =>
    ["type", "model"].some((name) => /^virtio-.*transitional$/.test(element ? textAt(element, name) : "")),
  );
}

function textAt(element: Element, name: string): string {
  return attributeOf(element, name)?.value ?? "";
}
