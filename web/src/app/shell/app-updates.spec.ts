import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { Drafts } from '../drafts/drafts';
import { Notices } from '../ui/notices';
import { AppUpdates } from './app-updates';

const isText = (value: unknown): value is string => typeof value === 'string';

describe('a newer version', () => {
  const reload = jest.fn();
  const activateUpdate = jest.fn();
  let versionUpdates: Subject<{ type: string }>;
  let unrecoverable: Subject<object>;
  const offered = () => TestBed.inject(Notices).shown();
  const take = async () => {
    offered()[0]?.act?.run();
    await new Promise((done) => setTimeout(done));
  };

  beforeEach(() => {
    localStorage.clear();
    reload.mockReset();
    activateUpdate.mockReset().mockResolvedValue(true);
    [versionUpdates, unrecoverable] = [new Subject(), new Subject()];
    TestBed.configureTestingModule({
      providers: [
        { provide: DOCUMENT, useValue: { defaultView: { location: { reload } }, querySelectorAll: () => [] } },
        { provide: SwUpdate, useValue: { isEnabled: true, versionUpdates, unrecoverable, activateUpdate } },
      ],
    });
    TestBed.inject(AppUpdates);
  });

  it('is offered once it is ready, and not taken by itself', () => {
    versionUpdates.next({ type: 'VERSION_DETECTED' });
    expect(offered()).toEqual([]);
    versionUpdates.next({ type: 'VERSION_READY' });
    expect(offered().map(({ act }) => act?.label)).toEqual(['Update now']);
    expect([activateUpdate.mock.calls, reload.mock.calls]).toEqual([[], []]);
  });

  it('is activated before the page is loaded anew, and what is being written stays', async () => {
    const draft = TestBed.inject(Drafts).draft('note', isText);
    draft.write('half a sentence');
    activateUpdate.mockImplementation(() => {
      expect(reload).not.toHaveBeenCalled();
      return Promise.resolve(true);
    });
    versionUpdates.next({ type: 'VERSION_READY' });
    await take();
    expect([activateUpdate.mock.calls.length, reload.mock.calls.length]).toEqual([1, 1]);
    expect(new Drafts().draft('note', isText).read()).toBe('half a sentence');
  });

  it('is loaded although it could not be activated: the fresh page asks the network', async () => {
    activateUpdate.mockRejectedValue(new Error('not now'));
    versionUpdates.next({ type: 'VERSION_READY' });
    await take();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is asked for when the kept one is broken', async () => {
    unrecoverable.next({ type: 'UNRECOVERABLE_STATE' });
    await take();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
