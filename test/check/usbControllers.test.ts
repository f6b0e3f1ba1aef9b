import { expect, test } from "vitest";
import { checkUsbControllers } from "../../src/check/usbControllers.ts";
import { defineText, domainXml } from "../support/machineLines.ts";

const codes = (model: string) =>
  checkUsbControllers(
    defineText(
      domainXml("q35", `<controller type='usb' model='${model}' ports='4'/><memballoon model='none'/>`),
    ),
  ).map(({ code }) => code);

test("check/usbControllers lets xHCI choose its ports, and nobody else", () => {
  expect(codes("qemu-xhci")).toEqual([]);
  expect(codes("piix3-uhci")).toEqual(["usb-ports-attribute-model"]);
});

test("check/usbControllers says nothing about the ports of a controller that QEMU never sees", () => {
  expect(codes("none")).toEqual([]);
});
