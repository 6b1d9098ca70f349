import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionRoom } from '../app/session/session-room';
import { type FakeBoundary } from './fake-boundary';
import { type FakeRoom } from './fake-room';
import { type Screen, show } from './screen';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  selector: 'app-host',
  template: '<app-session-room id="se1" />',
  imports: [SessionRoom],
})
class Host {}

/** The page of the session `se1` as Ana opens it. */
export function openRoom(boundary: FakeBoundary, stored: FakeRoom): Promise<Screen> {
  TestBed.configureTestingModule({
    providers: [...boundary.providers(), ...stored.providers(), provideRouter([{ path: '**', children: [] }])],
  });
  return show(Host);
}

/** The titles of the agenda as the page shows them. */
export const rowsOf = (screen: Screen): (string | undefined)[] =>
  [...screen.element.querySelectorAll('.agenda .title')].map((title) => title.textContent?.trim());

/** What the room's one voice has said last, once it has gathered its breath. */
export async function spokenIn(screen: Screen): Promise<string> {
  await new Promise((said) => setTimeout(said, 700));
  await screen.settle();
  return screen.element.querySelector('[data-voice]')?.textContent?.trim() ?? '';
}
