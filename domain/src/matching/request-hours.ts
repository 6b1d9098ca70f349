import { type MatchRequest, type Sprint } from '../documents';
import { localDay } from '../time';
import { isSearching } from './request-states';
import { weekHours } from './week-hours';

/**
 * The request with the hours that its sprint has now, by the clocks of the coming week. The same request when it is of
 * another sprint, or nobody is looked for with it.
 */
export function withHoursOf(sprint: Sprint, request: MatchRequest, now: Date): MatchRequest {
  if (request.sprintId !== sprint.id || !isSearching(request)) return request;
  const hours = weekHours(sprint.availability, sprint.timeZone, localDay(now, sprint.timeZone));
  return { ...request, hours, version: request.version + 1 };
}
