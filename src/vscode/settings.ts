import * as vscode from "vscode";
import { hostFactsOf, type ServiceOptions, type Severities } from "../service.ts";

/** The settings that say how domains are read; the others are read where they are used. */
const readingSettings = ["qemuVersion", "hostArchitecture", "existingGuest", "hostFacts", "problems"];

/** How domains are to be read, as the user's settings say it. What cannot be understood is told and left out. */
export function serviceOptions(tell: (problem: string) => void): ServiceOptions {
  const settings = vscode.workspace.getConfiguration("libvirt");
  const qemuVersion = settings.get<string>("qemuVersion", "latest");
  const hostFacts = settings.get<unknown>("hostFacts", {});
  const { facts, problem } = hostFactsOf(hostFacts, "The setting libvirt.hostFacts");
  if (problem !== undefined) tell(problem);
  return {
    existingGuest: settings.get<boolean>("existingGuest", false),
    hostArch: settings.get<string>("hostArchitecture", "x86_64"),
    ...(/^\d+(\.\d+)*$/.test(qemuVersion) && { qemuVersion }),
    ...(facts && { host: facts }),
    severities: settings.get<Severities>("problems.severity", {}),
  };
}

/** Whether a change of the settings changes how domains are read. */
export function changesReading(event: vscode.ConfigurationChangeEvent): boolean {
  return readingSettings.some((name) => event.affectsConfiguration(`libvirt.${name}`));
}

/** Whether a feature is switched on; every one is unless the user says otherwise. */
export function isOn(feature: "codeLens" | "inlayHints", document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration("libvirt", document).get<boolean>(feature, true);
}

/** Whether a change of the settings switches a feature on or off. */
export function changesShowing(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration("libvirt.codeLens") || event.affectsConfiguration("libvirt.inlayHints");
}
