import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Picture, Shape, Words } from "../../src/protocol/picture.ts";
import { getDomainService } from "../../src/service.ts";
import { repository } from "../support/repository.ts";
import { guest, nic, pci } from "./guest.ts";

function pictureOf(text: string): Picture {
  const service = getDomainService();
  const picture = service.picture(service.snapshot("guest.xml", 1, text));
  if (picture === undefined) throw new Error("there is no domain");
  return picture;
}

const shapesOf = ({ groups }: Picture): Shape[] => groups.flatMap((group) => group.shapes);
const textOf = ({ spans }: Words): string => spans.map((span) => span.text).join("");
const lines = (picture: Picture): string[] =>
  shapesOf(picture).flatMap((shape) => (shape.type === "words" ? textOf(shape) : []));

const samples = readdirSync(path.join(repository, "examples")).filter((name) => name.endsWith(".xml"));

describe("feature/export picture", () => {
  test.each(samples)("%s keeps within its frame, rows below each other", (name) => {
    const picture = pictureOf(readFileSync(path.join(repository, "examples", name), "utf8"));
    const boxes = shapesOf(picture).flatMap((shape) => (shape.type === "box" ? shape : []));
    boxes.forEach((box, at) => {
      expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
      expect(box.width).toBeGreaterThan(200);
      const next = boxes[at + 1];
      if (next !== undefined) expect(next.y).toBeGreaterThanOrEqual(box.y + box.height);
    });
    expect((boxes.at(-1)?.y ?? 0) + (boxes.at(-1)?.height ?? 0)).toBeLessThan(picture.height);
  });

  test("says slot, name, who chose the place, and the address", () => {
    const told = lines(pictureOf(guest([nic(pci(0, 4)), nic()], "pc")));
    expect(told).toEqual(
      expect.arrayContaining(["04.0", "net0  e1000", "0000:00:04.0", "auto   0000:00:02.0"]),
    );
  });

  test("tells a problem in full, in lines below the name", () => {
    const picture = pictureOf(guest([nic(pci(0, 4)), nic(pci(0, 4))], "pc"));
    const wrong = shapesOf(picture).filter((shape) => shape.type === "box" && shape.strokeWidth === 2);
    expect(wrong.length).toBe(1);
    const problem = lines(picture).find((line) => line.includes("both want"));
    expect(problem).toContain("0000:00:04.0");
  });

  test("of other XML there is none", () => {
    const service = getDomainService();
    expect(service.picture(service.snapshot("net.xml", 1, "<network/>"))).toBeUndefined();
  });
});
