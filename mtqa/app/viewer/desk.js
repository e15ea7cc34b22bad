// Carries the small, changing message (decisions, selection, filter, acknowledgement) to the article.
export default function ({ data }) {
  const shared = (window.mtqaReview ??= { view: null, desk: null, paintList: null });
  shared.desk = data;
  shared.receive?.(data);
}
