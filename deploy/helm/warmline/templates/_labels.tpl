{{- define "warmline.selector" -}}
app.kubernetes.io/name: warmline
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}
{{- define "warmline.labels" -}}
{{ include "warmline.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}
{{- define "warmline.secret" -}}
{{ .Values.existingSecret | default .Release.Name }}
{{- end -}}
