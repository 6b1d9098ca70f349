import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { show } from '../../testing/screen';
import { Notices } from '../ui/notices';
import { Connection } from './connection';
import { ConnectionBanner } from './connection-banner';

describe('the network', () => {
  afterEach(() => document.body.replaceChildren());

  it('is spoken of while it is away and when it returns, and not before', async () => {
    const isOnline = signal(true);
    TestBed.configureTestingModule({ providers: [{ provide: Connection, useValue: { isOnline } }] });
    const screen = await show(ConnectionBanner);
    const said = () =>
      TestBed.inject(Notices)
        .shown()
        .map(({ text }) => text);
    expect([screen.text(), said()]).toEqual(['', []]);
    isOnline.set(false);
    await screen.settle();
    expect(screen.text()).toContain('You are offline');
    isOnline.set(true);
    await screen.settle();
    expect([screen.text(), said()]).toEqual(['', ['You are back online.']]);
  });
});
