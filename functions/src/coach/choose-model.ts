import { type Environment, featureStates, projectId, settingsOf } from '../config';
import { genaiModel } from '../providers/genai/genai-model';
import { vertexaiModel } from '../providers/vertexai/vertexai-model';
import { type CoachModel } from './coach-model';
import { RulesModel } from './models/rules-model';

/** Who writes the coach's words: the rules, unless `COACH_MODEL` and what goes with it say otherwise. @throws SettingError */
export function chooseModel(env: Environment): CoachModel {
  if (!featureStates(env)['coach-model'].isOn) return new RulesModel();
  const { COACH_MODEL: name, COACH_MODEL_ID: model, COACH_LOCATION: location } = settingsOf('coach-model', env);
  if (name === 'rules') return new RulesModel();
  const settings = { project: projectId(env), location, model };
  return name === 'genai' ? genaiModel(settings) : vertexaiModel(settings);
}
