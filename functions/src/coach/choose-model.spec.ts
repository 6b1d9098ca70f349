import { SettingError } from '../config';
import { chooseModel } from './choose-model';

const GEMINI = { COACH_MODEL_ID: 'gemini-2.5-flash', COACH_LOCATION: 'europe-west1' };
const PROJECT = { GCLOUD_PROJECT: 'demo-podmates' };

describe('who writes the coach’s words (row 7.8)', () => {
  it.each([undefined, '', ' ', 'rules'])('is the rules where COACH_MODEL is %p, whatever else is there', (value) => {
    expect(chooseModel({ COACH_MODEL: value }).name).toBe('rules');
    expect(chooseModel({ ...GEMINI, COACH_MODEL: value }).name).toBe('rules');
  });

  it.each(['genai', 'vertexai'])('is %s where it is named with a model and a place, and nothing is reached', (name) => {
    expect(chooseModel({ ...PROJECT, ...GEMINI, COACH_MODEL: name }).name).toBe(name);
  });

  it.each(['COACH_MODEL_ID', 'COACH_LOCATION'])('is the rules as long as %s is missing', (name) =>
    expect(chooseModel({ ...PROJECT, ...GEMINI, COACH_MODEL: 'genai', [name]: '' }).name).toBe('rules'),
  );

  it('is nobody where a setting is wrong', () =>
    expect(() => chooseModel({ ...PROJECT, ...GEMINI, COACH_MODEL: 'recorded' })).toThrow(SettingError));
});
