"""The verbs: loading, scoring and everything else that is worked out from questionnaires and answers."""
