// The profile that says what the colours of a PDF mean, read back by the rules of ICC.1:2001-04.
import { expect, it } from 'vitest';
import { createSrgbProfile } from '../../pipeline/print/srgb-profile.js';

const profile = Buffer.from(createSrgbProfile());

function tag(name: string): Buffer {
  const count = profile.readUInt32BE(128);
  for (let index = 0; index < count; index++) {
    const entry = 132 + index * 12;
    if (profile.toString('latin1', entry, entry + 4) === name) {
      const offset = profile.readUInt32BE(entry + 4);
      return profile.subarray(offset, offset + profile.readUInt32BE(entry + 8));
    }
  }
  throw new Error(`no tag ${name}`);
}

const colour = (name: string): number[] =>
  [8, 12, 16].map((at) => tag(name).readInt32BE(at) / 65536);

it('says its size and what it is, and keeps every tag inside on a boundary of four bytes', () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  for (let index = 0; index < profile.readUInt32BE(128); index++) {
    const [offset, size] = [136, 140].map((at) => profile.readUInt32BE(at + index * 12));
    expect((offset ?? 1) % 4).toBe(0);
    expect((offset ?? 0) + (size ?? 0)).toBeLessThanOrEqual(profile.length);
  }
});

it('has primaries that add up to white', () => {
  const sum = [0, 1, 2].map((axis) =>
    ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (colour(name)[axis] ?? NaN), 0),
  );
  for (const [axis, value] of colour('wtpt').entries()) expect(sum[axis]).toBeCloseTo(value, 3);
});

// Light of a mid grey by IEC 61966-2-1: 188 of 255 is half the light of white; 0.2140 for 0.5.
it('has the curve of sRGB, from black to white', () => {
  const curve = tag('rTRC');
  const steps = curve.readUInt32BE(8);
  const light = (stored: number): number =>
    curve.readUInt16BE(12 + Math.round(stored * (steps - 1)) * 2) / 65535;
  expect([light(0), light(1)]).toEqual([0, 1]);
  expect(light(0.5)).toBeCloseTo(0.214, 2);
  expect(light(188 / 255)).toBeCloseTo(0.5, 2);
  expect(tag('gTRC')).toEqual(curve);
});
