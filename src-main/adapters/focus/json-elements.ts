/** The text is not JSON, or one of its elements is larger than anything that Toggl Focus says. */
export class UnreadableList extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'UnreadableList';
  }
}

export type JsonElements = {
  /** The elements that end in this chunk, in order. Throws an `UnreadableList`. */
  push(chunk: Uint8Array): readonly unknown[];
  /** Whether the bracket that closes the list has come. */
  isComplete(): boolean;
};

/**
 * Takes a JSON array apart as its bytes arrive, and keeps no element once it is handed out. The parser
 * is loaded at the first use, because most starts of Stint never read a long range.
 */
export async function createJsonElements(mostElementBytes: number): Promise<JsonElements> {
  const { JSONParser } = await import('@streamparser/json');
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  let ended: unknown[] = [];
  let unfinishedBytes = 0;
  parser.onValue = ({ value }) => void ended.push(value);

  function parse(chunk: Uint8Array): void {
    try {
      parser.write(chunk);
    } catch {
      throw new UnreadableList('not JSON');
    }
  }

  return {
    push(chunk) {
      parse(chunk);
      const elements = ended;
      ended = [];
      unfinishedBytes = elements.length > 0 ? 0 : unfinishedBytes + chunk.byteLength;
      if (unfinishedBytes > mostElementBytes) throw new UnreadableList('too large an element');
      return elements;
    },
    isComplete: () => parser.isEnded,
  };
}
