import type { StrictElement } from "../support/strictXml.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Builds an element; undefined attributes are left out, a string child is its text. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (StrictElement | undefined)[] | string = [],
): StrictElement {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return {
    name,
    attributes: Object.fromEntries(given.map(([key, value]) => [key, String(value)])),
    children: typeof children === "string" ? [] : children.filter((child) => child !== undefined),
    text: typeof children === "string" ? children : "",
  };
}

/** The element as XML, one child a line. */
export function writeElement({ name, attributes, children, text }: StrictElement, indent = ""): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}='${escapeXml(value)}'`);
  const open = `${indent}<${name}${given.join("")}`;
  if (children.length === 0) {
    const content = text.trim();
    return content === "" ? `${open}/>\n` : `${open}>${escapeXml(content)}</${name}>\n`;
  }
  const inside = children.map((child) => writeElement(child, `${indent}  `)).join("");
  return `${open}>\n${inside}${indent}</${name}>\n`;
}

/** The element with other children. */
export function withChildren(parent: StrictElement, children: readonly StrictElement[]): StrictElement {
  return { ...parent, children };
}

/** The domain with its `<devices>` replaced. */
export function withDevices(domain: StrictElement, devices: readonly StrictElement[]): StrictElement {
  return withChildren(
    domain,
    domain.children.map((child) => (child.name === "devices" ? withChildren(child, devices) : child)),
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("'", "&apos;");
}
