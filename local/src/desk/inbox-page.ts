import { page } from './page';

export const inboxPage = () =>
  page({
    title: 'Podmates: local inbox and clock',
    script: 'inbox.js',
    body: `
    <p class="badge">Local platform</p>
    <h1>Inbox and clock</h1>
    <section aria-labelledby="clock-title">
      <h2 id="clock-title">Clock</h2>
      <p class="now"><time id="now">…</time> <span id="ahead"></span></p>
      <form id="move">
        <label>How far
          <select name="far">
            <option value="session">To ten minutes before the next session</option>
            <option value="slot">To the next planned slot</option>
            <option value="60">One hour</option>
            <option value="1440">One day</option>
            <option value="custom">To a time of your choice</option>
          </select>
        </label>
        <label id="who-field">Whose <select name="memberId" id="who"></select></label>
        <label id="custom-field" hidden>Until <input name="custom" type="datetime-local" /></label>
        <button class="primary">Fast-forward</button>
      </form>
      <p id="status" role="status"></p>
    </section>
    <section aria-labelledby="inbox-title">
      <h2 id="inbox-title">What was sent</h2>
      <p id="empty">Nothing yet. Mail, push and SMS appear here when they would have been sent.</p>
      <ul id="inbox" class="inbox"></ul>
    </section>`,
  });
