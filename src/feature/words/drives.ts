/** Our words for disks, drive addresses and SCSI host devices. */
export const driveWords = {
  "disk-target-missing": "{subject} has no <target dev='…'/>; add one, such as vda or sda.",
  "disk-target-missing-unnamed": "{subject} has no <target dev='…'/>; add one, such as vda or sda.",
  "disk-target-unknown-name":
    "'{target}' does not tell which unit {subject} is; use a name such as sda, or write its address.",
  "disk-target-invalid-name":
    "'{target}' is no name for a {sort}; use one that starts with fd, hd, vd, sd, xvd or ubd as its bus wants.",
  "disk-target-invalid": "'{target}' is no disk name; use a prefix and letters, such as vda or sdb.",
  "disk-target-partition": "'{target}' names a partition; use the name of a whole disk, without the number.",
  "disk-target-duplicate":
    "Two disks are called '{target}' ('{first}' and '{second}'); give one of them another <target dev>.",
  "disk-address-type":
    "Disk {target} is on the bus {bus} and cannot have an address of type '{type}'; remove the address, or choose the type of its bus.",
  "disk-address-type-qemu":
    "{subject} is on the bus {bus}, which wants an address of type drive; correct it, or remove it.",
  "drive-double-use":
    "{subject} and {other} both want controller {controller}, bus {bus}, target {targetNumber}, unit {unit}; give one of them another unit.",
  "drive-double-use-hostdev":
    "{subject} and {other} both want unit {unit} of target {targetNumber}; give one of them another unit.",
  "drive-double-use-disk-hostdev":
    "{subject} and {other} both want controller {controller}, bus {bus}, target {targetNumber}, unit {unit}; give one of them another unit.",
  "drive-double-use-disk-hostdev-late":
    "{subject} and {other} both want unit {unit} of target {targetNumber}; give one of them another unit.",
  "drive-target-name-conflict":
    "The name '{target}' means controller {controller}, bus {bus}, target {targetNumber}, unit {unit}, where a SCSI host device sits; rename the disk, or write its address.",
  "drive-scsi-bus": "SCSI controllers have one bus; set bus to 0 in the address of {subject}.",
  "drive-lsilogic-target":
    "lsilogic controllers have target 0 only; set target to 0 in the address of {subject} and choose a unit.",
  "drive-ide-controller":
    "There is only one IDE controller; set controller to 0 in the address of {subject}.",
  "drive-ide-target": "IDE has target 0 only; set target to 0 in the address of {subject}.",
  "drive-sata-bus": "SATA controllers have one bus; set bus to 0 in the address of {subject}.",
  "drive-sata-target": "SATA has target 0 only; set target to 0 in the address of {subject}.",
  "drive-fdc-controller":
    "There is only one floppy controller; set controller to 0 in the address of {subject}.",
  "drive-fdc-bus": "The floppy controller has one bus; set bus to 0 in the address of {subject}.",
  "drive-fdc-target": "Floppies have target 0 only; set target to 0 in the address of {subject}.",
  "disk-floppy-bus": "A {sort} cannot be on the bus {bus}; choose the bus that fits it.",
  "disk-floppy-pseries": "pseries machines have no floppy drive; remove {subject}.",
  "drive-controller-missing":
    "There is no SCSI controller {controller} for {subject}; add it, or choose another controller.",
  "disk-model-bus":
    "The disk model {model} does not exist on the bus {bus}; choose bus='virtio', or remove the model.",
} as const;
