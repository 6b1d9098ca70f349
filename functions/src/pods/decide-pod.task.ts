import { taskFunction } from '../runtime/tasks';

export const decidePod = taskFunction('decide-pod');
