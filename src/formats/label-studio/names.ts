/** The control in which an attribute of a type is chosen or typed. */
export const controlOf = (type: string, attribute: string): string => `${type}_${attribute}`;
/** The attribute of a control for this type; `null` for another control. */
export const attributeOfControl = (control: string, type: string): string | null =>
  control.startsWith(`${type}_`) ? control.slice(type.length + 1) : null;
