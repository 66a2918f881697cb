/** The bytes are not JSON: nothing of Toggl's. */
export class NotJson extends Error {
  constructor() {
    super('not JSON');
    this.name = 'NotJson';
  }
}

/** More than any answer of Toggl's holds. */
export class TooLarge extends Error {
  constructor(detail = 'too large') {
    super(detail);
    this.name = 'TooLarge';
  }
}

export type SieveLimits = {
  /** Items of the list. */
  readonly items: number;
  /** Bytes of one of them; a larger one is left out. */
  readonly itemBytes: number;
  /** Bytes of everything around them. */
  readonly restBytes: number;
};

/** The bytes of one item; undefined for one that is larger, deeper or fuller than any of Toggl's. */
export type Item = Buffer | undefined;

export type JsonSieve = {
  /** The items that end in this piece, in order. */
  push(piece: Uint8Array): Generator<Item, undefined>;
  /** Whether the list has begun and not ended. */
  isOpen(): boolean;
  /** The answer without its items: `[]`, `{"data":[],"page":1}`, or the whole of one that holds no list. */
  rest(): string;
};

/** Deeper than anything that Toggl Focus nests. */
const MOST_DEPTH = 32;
/** Values in one item, tags and custom fields included. */
const MOST_VALUES = 10_000;

const [OTHER, QUOTE, OPEN, CLOSE, COMMA, SPACE] = [0, 1, 2, 3, 4, 5] as const;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

const KINDS = kindsOfBytes();

function kindsOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256).fill(OTHER);
  const classes = [
    ['"', QUOTE],
    ['{[', OPEN],
    ['}]', CLOSE],
    [',', COMMA],
    [' \t\n\r', SPACE],
  ] as const;
  for (const [text, kind] of classes) {
    for (const byte of Buffer.from(text)) kinds[byte] = kind;
  }
  return kinds;
}

/**
 * Takes an answer apart as its bytes arrive: the items of its list, be that the root or the `data` or
 * `items` of an object, and the rest. It looks at nesting and texts only; whether an item or the
 * rest is JSON is for `JSON.parse` to say, which so never gets more than a small piece at a time.
 */
export function createJsonSieve(limits: SieveLimits, wantsList: boolean): JsonSieve {
  const rest = createRest(limits.restBytes);
  const item = createItem(limits.itemBytes);
  let mode: 'rest' | 'list' | 'item' = 'rest';
  let expects: 'first' | 'item' | 'comma' = 'first';
  let isWanted = wantsList;
  let count = 0;

  function takeOfRest(byte: number): void {
    const begins = isWanted && byte === OPEN_LIST && rest.isListDue();
    rest.add(byte);
    if (!begins) return;
    isWanted = false;
    mode = 'list';
  }

  /** True where an item begins with the byte. */
  function takeOfList(byte: number): boolean {
    if (KINDS[byte] === SPACE) return false;
    if (byte === CLOSE_LIST && expects !== 'item') {
      rest.add(byte);
      mode = 'rest';
      return false;
    }
    const isComma = KINDS[byte] === COMMA;
    const isOdd = KINDS[byte] === CLOSE || isComma !== (expects === 'comma');
    if (isOdd) throw new NotJson();
    if (isComma) expects = 'item';
    return !isComma;
  }

  function begin(at: number): void {
    count += 1;
    if (count > limits.items) throw new TooLarge('too many');
    item.begin(at);
    mode = 'item';
  }

  function* push(piece: Uint8Array): Generator<Item, undefined> {
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      if (mode === 'rest') takeOfRest(byte);
      else if (mode === 'list') {
        if (!takeOfList(byte)) continue;
        begin(at);
        at -= 1;
      } else {
        const end = item.endAt(byte, at);
        if (end === undefined) continue;
        yield item.take(piece.subarray(0, end));
        [mode, expects] = ['list', 'comma'];
        if (end === at) at -= 1;
      }
    }
    if (mode === 'item') item.keep(piece);
  }

  return { push, isOpen: () => mode !== 'rest', rest: () => rest.text() };
}

/** What stands in a text is no structure. */
function createTextWatch(): (byte: number) => 'in' | 'ends' | 'out' {
  let inText = false;
  let isEscaped = false;
  return (byte) => {
    if (!inText) {
      inText = KINDS[byte] === QUOTE;
      return inText ? 'in' : 'out';
    }
    if (isEscaped) isEscaped = false;
    else if (byte === BACKSLASH) isEscaped = true;
    else if (KINDS[byte] === QUOTE) {
      inText = false;
      return 'ends';
    }
    return 'in';
  };
}

function createItem(mostBytes: number): {
  begin(at: number): void;
  /** Behind its last byte, where the byte at this place tells that it is over. */
  endAt(byte: number, at: number): number | undefined;
  /** The item, which ends with the bytes given. */
  take(end: Uint8Array): Item;
  /** The piece ends before the item does. */
  keep(piece: Uint8Array): void;
} {
  let watch = createTextWatch();
  let pieces: Uint8Array[] = [];
  let from = 0;
  let bytes = 0;
  let depth = 0;
  let values = 0;

  function keep(piece: Uint8Array): void {
    const part = piece.subarray(from);
    from = 0;
    bytes += part.length;
    if (isFit()) pieces.push(part);
    else pieces = [];
  }
  function count(kind: number | undefined): void {
    if (kind === OPEN) depth += 1;
    if (kind === CLOSE) depth -= 1;
    if (kind === OPEN || kind === COMMA) values += 1;
    // Too deep counts as too full.
    if (depth > MOST_DEPTH) values += MOST_VALUES;
  }
  const isFit = (): boolean => bytes <= mostBytes && values <= MOST_VALUES;

  return {
    begin(at) {
      watch = createTextWatch();
      pieces = [];
      [from, bytes, depth, values] = [at, 0, 0, 0];
    },
    endAt(byte, at) {
      const text = watch(byte);
      if (text === 'ends' && depth === 0) return at + 1;
      if (text !== 'out') return undefined;
      const kind = KINDS[byte];
      if (kind === OTHER) return undefined;
      if (depth === 0 && kind !== OPEN) return at;
      count(kind);
      return depth === 0 ? at + 1 : undefined;
    },
    take(end) {
      keep(end);
      return isFit() ? Buffer.concat(pieces) : undefined;
    },
    keep,
  };
}

function createRest(mostBytes: number): {
  add(byte: number): void;
  /** Whether a list that begins here is the one of the answer. */
  isListDue(): boolean;
  text(): string;
} {
  const bytes = Buffer.allocUnsafe(mostBytes);
  const watch = createTextWatch();
  let size = 0;
  let depth = 0;
  let isInText = false;
  let nameFrom = 0;
  let nameTo = 0;

  function follow(byte: number): void {
    const text = watch(byte);
    if (text === 'in' && !isInText) nameFrom = size;
    isInText = text === 'in';
    if (text === 'ends') nameTo = size - 1;
    if (text !== 'out') return;
    if (KINDS[byte] === OPEN) depth += 1;
    if (KINDS[byte] === CLOSE) depth -= 1;
    if (depth > MOST_DEPTH) throw new TooLarge('too deep');
  }

  return {
    add(byte) {
      if (size === 0 && KINDS[byte] === SPACE) return;
      if (size === 0 && !/[[{"tfn\d-]/.test(String.fromCharCode(byte))) throw new NotJson();
      if (size === mostBytes) throw new TooLarge();
      bytes[size] = byte;
      size += 1;
      follow(byte);
    },
    isListDue() {
      if (isInText) return false;
      if (depth === 0) return size === 0;
      const name = bytes.toString('latin1', nameFrom, nameTo);
      return depth === 1 && (name === 'data' || name === 'items');
    },
    text: () => bytes.toString('utf8', 0, size),
  };
}
