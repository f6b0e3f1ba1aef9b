/** What libvirt's parser refuses about controllers (virDomainControllerDefParseXML, libvirt 11.3). */
export const controllerRefusals = {
  "controller-type-invalid":
    "XML error: Invalid value for attribute 'type' in element 'controller': '{value}'.",
  "controller-model-unknown": "unsupported configuration: Unknown model type '{value}'",
  "controller-index-invalid":
    "XML error: Invalid value for attribute 'index' in element 'controller': '{value}'. Expected {expected}",
  "controller-multiple-model": "XML error: Multiple <model> elements in controller definition not allowed",
  "controller-multiple-target": "XML error: Multiple <target> elements in controller definition not allowed",
  "controller-node-invalid": "XML error: invalid NUMA node in target",
  "controller-target-number":
    "XML error: Invalid value for attribute '{attribute}' in element 'target': '{value}'. Expected {expected}",
  "controller-target-hotplug-value":
    "XML error: Invalid value for attribute 'hotplug' in element 'target': '{value}'.",
  "controller-model-name-unknown":
    "XML error: Invalid value for attribute 'name' in element 'model': '{value}'.",
  "usb-none-with-other-controller": "Can't add another USB controller: USB is disabled for this domain",
  "usb-master-missing": "No master USB controller specified",
} as const satisfies Record<string, string>;
