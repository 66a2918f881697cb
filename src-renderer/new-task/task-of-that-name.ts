/** Whether one of the tasks has just that name, but for blanks around it and for case: it is not created once more. */
export function isNameTaken(tasks: readonly { readonly name: string }[], name: string): boolean {
  return tasks.some((task) => task.name.trim().toLowerCase() === name.toLowerCase());
}
