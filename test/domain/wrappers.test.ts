import { describe, expect, test } from "vitest";
import { readDomains } from "../../src/domain/readDomain.ts";
import { looksLikeDomain } from "../../src/domain/wrappers.ts";
import { parse } from "../../src/xml/parse.ts";

const namesOf = (text: string) => readDomains(parse(text)).map((reading) => reading.domain.name);

describe("domain/wrappers finds the domains of a document", () => {
  test.each([
    ["a domain with a type", "<domain type='kvm'><name>a</name></domain>", ["a"]],
    ["none without a type", "<domain><name>a</name></domain>", []],
    [
      "one in a snapshot",
      "<domainsnapshot><domain type='kvm'><name>a</name></domain></domainsnapshot>",
      ["a"],
    ],
    [
      "both states of a snapshot",
      "<domainsnapshot><domain type='kvm'><name>a</name></domain><inactiveDomain type='kvm'><name>b</name></inactiveDomain></domainsnapshot>",
      ["a", "b"],
    ],
    [
      "one in a status file",
      "<domstatus state='running'><domain type='kvm'><name>a</name></domain></domstatus>",
      ["a"],
    ],
    [
      "one in a checkpoint",
      "<domaincheckpoint><domain type='kvm'><name>a</name></domain></domaincheckpoint>",
      ["a"],
    ],
    [
      "several side by side",
      "<domains><domain type='kvm'><name>a</name></domain><domain type='kvm'><name>b</name></domain></domains>",
      ["a", "b"],
    ],
    ["one in a backup", "<domainbackup><domain type='kvm'><name>a</name></domain></domainbackup>", ["a"]],
    ["none in other XML", "<project><domain type='kvm'><name>a</name></domain></project>", []],
    ["none in capabilities", "<domainCapabilities><domain>kvm</domain></domainCapabilities>", []],
    ["none in a network", "<network><domain name='x'/></network>", []],
    ["none in nothing", "", []],
  ])("%s", (_, text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  test.each([
    ["<domain type='kvm'>", true],
    ["<domain", true],
    ["<domain>", true],
    [
      "\ufeff<?xml version='1.0'?>\n<!-- <network/> -->\n<!DOCTYPE domain [<!ELEMENT domain ANY>]>\n<domain type='x'/>",
      true,
    ],
    ["<domainsnapshot>", true],
    ["<domstatus>", true],
    ["<domains>", true],
    ["<domainCapabilities>", false],
    ["<network>", false],
    ["<!-- <domain type='kvm'/> --><project/>", false],
    ["<!-- never closed <domain type='kvm'/>", false],
    ["just text", false],
    ["", false],
  ])("the first tag alone tells whether %j may hold one", (text, expected) => {
    expect(looksLikeDomain(text)).toBe(expected);
  });
});
