import { basePort, portBlock } from './ports';

describe('the base port', () => {
  it('is 4000 unless it is set', () => {
    expect(basePort('')).toBe(4000);
    expect(basePort('5000')).toBe(5000);
  });

  it.each(['abc', '80', '70000', '4000.5'])('refuses %s', (setting) =>
    expect(() => basePort(setting)).toThrow(setting),
  );

  it('leaves every part a port of its own', () => {
    const ports = Object.values(portBlock(4000));
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(4050);
  });
});
