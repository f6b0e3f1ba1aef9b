import type { Range } from "../text/range.ts";
import type {
  Attribute,
  CData,
  Comment,
  Doctype,
  Element,
  Node,
  ProcessingInstruction,
  Text,
} from "./document.ts";
import { lineFeedsFor, meaningOfText, meaningOfValue } from "./entities.ts";
import { type Nodes, none, selfClosed, top } from "./nodes.ts";

/**
 * The nodes of a document as objects. They are made when somebody looks at one, and each only once, so that two
 * looks at a node are equal; what a node says is read from the text each time.
 */
export class Views {
  readonly nodes: Nodes;
  readonly #views: (Node | undefined)[];

  constructor(nodes: Nodes) {
    this.nodes = nodes;
    this.#views = new Array(nodes.count);
  }

  at(node: number): Node {
    const known = this.#views[node];
    if (known !== undefined) return known;
    const view = this.#make(node);
    this.#views[node] = view;
    return view;
  }

  element(node: number): Element | undefined {
    return node === none || node === top ? undefined : (this.at(node) as Element);
  }

  childrenOf(node: number): Node[] {
    const children: Node[] = [];
    for (let at = this.nodes.first(node); at !== none; at = this.nodes.next(at)) children.push(this.at(at));
    return children;
  }

  #make(node: number): Node {
    switch (this.nodes.kind(node)) {
      case "element":
        return new ElementView(this, node);
      case "text":
        return new TextView(this, node);
      case "comment":
        return new CommentView(this, node);
      case "cdata":
        return new CDataView(this, node);
      case "instruction":
        return new InstructionView(this, node);
      case "doctype":
        return new DoctypeView(this, node);
    }
  }
}

/** What all nodes share: their row, and where they stand. */
class NodeView {
  protected readonly views: Views;
  protected readonly node: number;

  constructor(views: Views, node: number) {
    this.views = views;
    this.node = node;
  }

  get range(): Range {
    const { nodes } = this.views;
    return { start: nodes.start(this.node), end: nodes.end(this.node) };
  }

  protected get valuePlace(): Range {
    const { nodes } = this.views;
    return { start: nodes.valueStart(this.node), end: nodes.valueEnd(this.node) };
  }
}

class ElementView extends NodeView implements Element {
  #children: readonly Node[] | undefined;
  #attributes: readonly Attribute[] | undefined;

  get kind(): "element" {
    return "element";
  }

  get name(): string {
    return this.views.nodes.name(this.node);
  }

  get nameRange(): Range {
    const { nodes } = this.views;
    return { start: nodes.start(this.node) + 1, end: nodes.nameEnd(this.node) };
  }

  get startTag(): Range {
    const { nodes } = this.views;
    return { start: nodes.start(this.node), end: nodes.tagEnd(this.node) };
  }

  get endTag(): Range | undefined {
    const { nodes } = this.views;
    const start = nodes.endTag(this.node);
    return start < 0 ? undefined : { start, end: nodes.end(this.node) };
  }

  get selfClosing(): boolean {
    return this.views.nodes.endTag(this.node) === selfClosed;
  }

  get parent(): Element | undefined {
    return this.views.element(this.views.nodes.parent(this.node));
  }

  get children(): readonly Node[] {
    this.#children ??= this.views.childrenOf(this.node);
    return this.#children;
  }

  get attributes(): readonly Attribute[] {
    this.#attributes ??= this.#listAttributes();
    return this.#attributes;
  }

  get attributeNames(): string[] {
    const { nodes } = this.views;
    const first = nodes.firstAttribute(this.node);
    const length = nodes.countOfAttributes(this.node);
    const names: string[] = new Array(length);
    for (let at = 0; at < length; at++) names[at] = nodes.attributeName(first + at);
    return names;
  }

  get ownText(): string {
    const { nodes } = this.views;
    let text = "";
    for (let at = nodes.first(this.node); at !== none; at = nodes.next(at)) {
      const kind = nodes.kind(at);
      if (kind === "text" || kind === "cdata") text += (this.views.at(at) as Text | CData).value;
    }
    return text;
  }

  attributeNamed(name: string): Attribute | undefined {
    const { nodes } = this.views;
    const attribute = nodes.attributeNamed(this.node, name);
    return attribute === none ? undefined : this.attributes[attribute - nodes.firstAttribute(this.node)];
  }

  valueNamed(name: string): string | undefined {
    const { nodes } = this.views;
    const attribute = nodes.attributeNamed(this.node, name);
    return attribute === none ? undefined : valueOfAttribute(nodes, attribute);
  }

  elementNamed(name: string): Element | undefined {
    const { nodes } = this.views;
    return this.views.element(nodes.elementFrom(nodes.first(this.node), name));
  }

  elementsNamed(name: string | undefined): Element[] {
    const { nodes } = this.views;
    const found: Element[] = [];
    let at = nodes.elementFrom(nodes.first(this.node), name);
    while (at !== none) {
      found.push(this.views.at(at) as Element);
      at = nodes.elementFrom(nodes.next(at), name);
    }
    return found;
  }

  #listAttributes(): Attribute[] {
    const { nodes } = this.views;
    const first = nodes.firstAttribute(this.node);
    const length = nodes.countOfAttributes(this.node);
    return Array.from({ length }, (_, at) => new AttributeView(nodes, first + at));
  }
}

class AttributeView implements Attribute {
  readonly #nodes: Nodes;
  readonly #attribute: number;

  constructor(nodes: Nodes, attribute: number) {
    this.#nodes = nodes;
    this.#attribute = attribute;
  }

  get name(): string {
    return this.#nodes.attributeName(this.#attribute);
  }

  get value(): string {
    return valueOfAttribute(this.#nodes, this.#attribute);
  }

  get nameRange(): Range {
    return this.#nodes.attributeNameRange(this.#attribute);
  }

  get valueRange(): Range {
    const nodes = this.#nodes;
    return {
      start: nodes.attributeValueStart(this.#attribute),
      end: nodes.attributeValueEnd(this.#attribute),
    };
  }

  get range(): Range {
    return this.#nodes.attributeRange(this.#attribute);
  }

  get quote(): '"' | "'" | undefined {
    const before = this.#nodes.text[this.#nodes.attributeValueStart(this.#attribute) - 1];
    return before === '"' || before === "'" ? before : undefined;
  }
}

function valueOfAttribute(nodes: Nodes, attribute: number): string {
  const value = meaningOfValue(
    nodes.text,
    nodes.attributeValueStart(attribute),
    nodes.attributeValueEnd(attribute),
  );
  return nodes.shared(value);
}

class TextView extends NodeView implements Text {
  get kind(): "text" {
    return "text";
  }

  get value(): string {
    const { nodes } = this.views;
    return meaningOfText(nodes.text, nodes.start(this.node), nodes.end(this.node));
  }
}

class CommentView extends NodeView implements Comment {
  get kind(): "comment" {
    return "comment";
  }

  get valueRange(): Range {
    return this.valuePlace;
  }
}

class CDataView extends NodeView implements CData {
  get kind(): "cdata" {
    return "cdata";
  }

  get valueRange(): Range {
    return this.valuePlace;
  }

  get value(): string {
    const { start, end } = this.valuePlace;
    return lineFeedsFor(this.views.nodes.text.slice(start, end));
  }
}

class InstructionView extends NodeView implements ProcessingInstruction {
  get kind(): "instruction" {
    return "instruction";
  }

  get name(): string {
    return this.views.nodes.name(this.node);
  }

  get nameRange(): Range {
    const { nodes } = this.views;
    return { start: nodes.start(this.node) + 2, end: nodes.nameEnd(this.node) };
  }
}

class DoctypeView extends NodeView implements Doctype {
  get kind(): "doctype" {
    return "doctype";
  }
}
