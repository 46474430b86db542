// A page's drawing instructions → the same, with everything outside the tags marked as decoration.

const OPENS_MARK = /\bB(?:DC|MC)$/;
const STARTS = /^BT$|\b(?:re|m|Do|sh)$/;
const PAINTS = /^(?:ET|[fF]\*?|[bB]\*?|[sS])$|\b(?:Do|sh)$/;
const ENDS_UNPAINTED = /\bn$/;

/**
 * Marks running lines, rules and backgrounds as artifacts: PDF/UA-1 (ISO 14289-1, 7.1) lets nothing on a page be
 * neither tagged nor an artifact, and a screen reader must not read a running heading on every page. One operator stands
 * on each line, as Chrome writes them. A path or a text object is wrapped whole or not at all.
 */
export function markArtifacts(content: string): string {
  const lines: string[] = [];
  let pending: string[] = [];
  let depth = 0;
  const release = (wrapped: boolean): void => {
    for (const line of wrapped ? ['/Artifact BMC', ...pending, 'EMC'] : pending) lines.push(line);
    pending = [];
  };
  for (const line of content.split('\n').map((text) => text.trimEnd())) {
    if (OPENS_MARK.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    const isOutside = depth === 0 && line !== 'EMC';
    if (!isOutside) release(false);
    if (isOutside && (pending.length > 0 || STARTS.test(line))) pending.push(line);
    else lines.push(line);
    if (pending.length > 0 && PAINTS.test(line)) release(true);
    else if (ENDS_UNPAINTED.test(line)) release(false);
  }
  release(false);
  return lines.join('\n');
}
