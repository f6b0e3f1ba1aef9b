const prefixes = ["fd", "hd", "vd", "sd", "xvd", "ubd"];

/**
 * The index in a disk's target name: vda = 0, vdz = 25, vdaa = 26; digits at the end are ignored. Undefined for names
 * that libvirt cannot read (virDiskNameToIndex, libvirt 11.3).
 */
export function diskIndexOf(name: string): number | undefined {
  const prefix = prefixes.find((candidate) => name.startsWith(candidate));
  if (prefix === undefined) return undefined;
  let index = 0;
  let at = prefix.length;
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) - 97;
    if (letter < 0 || letter > 25) break;
    index = (at === prefix.length ? 0 : (index + 1) * 26) + letter;
    if (index > 0x7fff_ffff) return undefined;
  }
  if (at === prefix.length) return undefined;
  return /^[0-9]*$/.test(name.slice(at)) ? index : undefined;
}
